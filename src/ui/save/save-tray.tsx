import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type SubmitEvent } from 'react';
import { useControl, useStore } from '../control-context';
import { ErrorNotice } from '../error-details';
import { useKeptFocus } from '../picker/use-kept-focus';
import type { SaveRequest } from '../save-request';
import { useText } from '../text';
import { useTrayStyles } from '../tray-styles';
import { useElement } from '../use-element';
import { FileNames } from './file-names';
import { NameRow } from './name-row';
import { Question } from './question';
import { SaveButtons } from './save-buttons';
import { SaveSummary } from './save-summary';
import { savingOf } from './saving-of';
import { useSavedAnnouncement } from './use-saved-announcement';

const useStyles = makeStyles({
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingBlockStart: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalM,
  },
});

/** What is saved, under which name, and where: stands below the list that shows the folder. */
export function SaveTray({ request }: { readonly request: SaveRequest }) {
  const text = useText();
  const styles = useStyles();
  const tray = useTrayStyles();
  const saving = savingOf(useControl(), request);
  const { parts, phase } = useStore(saving.state);
  const [save, setSave] = useElement<HTMLButtonElement>();
  const focuses = useNameFocus(request, phase.status);
  const error = phase.status === 'editing' ? phase.error : undefined;
  useSavedAnnouncement(saving);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    saving.save();
  };
  return (
    <section className={tray.tray} part="tray" aria-label={text('save.tray')} {...useKeptFocus(save)}>
      <form onSubmit={submit} noValidate>
        <div className={styles.content}>
          {phase.status === 'asking' ? (
            <Question
              key={phase.question.name}
              question={phase.question}
              canSkip={parts.length > 1}
              onAnswer={saving.answer}
            />
          ) : parts.length > 1 ? (
            <FileNames parts={parts} />
          ) : (
            <NameRow saving={saving} request={request} focuses={focuses} />
          )}
          {error && (error.code !== 'name-conflict' || parts.length > 1) && <ErrorNotice error={error} />}
        </div>
        <div className={tray.bar}>
          <div className={tray.summary}>
            <SaveSummary phase={phase} count={parts.length} />
          </div>
          <div className={tray.buttons}>
            <SaveButtons phase={phase} count={parts.length} saveRef={setSave} />
          </div>
        </div>
      </form>
    </section>
  );
}

/** Whether the name takes the focus when it comes: to whoever has just asked for saving, or for another name. */
function useNameFocus({ isCall }: SaveRequest, status: string): boolean {
  const { path } = useStore(useControl().folder.state);
  const wasAsked = useRef(isCall && path.length > 0);
  useEffect(() => {
    wasAsked.current = status === 'asking';
  }, [status]);
  // oxlint-disable-next-line react/refs -- what was before this rendering
  return status === 'editing' && wasAsked.current;
}
