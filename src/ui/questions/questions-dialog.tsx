import { makeStyles, MessageBar, MessageBarBody, tokens, typographyStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { useViewState } from '../view-state';
import { ClashSection } from './clash-section';
import { NameList } from './name-list';
import { QuestionsModal } from './questions-modal';
import { questionsOf } from './upload-questions';
import { useDecisions } from './use-decisions';

const useStyles = makeStyles({
  heading: { ...typographyStyles.subtitle2, margin: '0', unicodeBidi: 'plaintext' },
  hint: { position: 'relative', color: tokens.colorNeutralForeground2, unicodeBidi: 'plaintext' },
  heard: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/**
 * All that uploads ask, in one place; what is clean is sent meanwhile, and what is asked later joins. Who closes it loses
 * nothing: the rows of the panel go on asking.
 */
export function QuestionsDialog() {
  const text = useText();
  const styles = useStyles();
  const { transfers } = useControl();
  const { dialog } = useViewState();
  const tasks = useStore(transfers.tasks);
  const { clashes, badNames } = useMemo(() => questionsOf(tasks), [tasks]);
  const { decisions, change, fields, isChecked, mayInsist, decide } = useDecisions(clashes, badNames);
  const { waiting, active } = transfers.summary();
  const count = clashes.length + badNames.length;
  const close = () => dialog.set(undefined);

  const submit = () => {
    const answers = decide();
    if (!answers) return;
    transfers.answerAll(answers);
    close();
  };
  return (
    <QuestionsModal count={count} title={text('questions.title', { count })} onSubmit={submit}>
      <div role="status" className={styles.hint}>
        {waiting + active > 0 && text('questions.meanwhile')}
        {/* The title shows it; but nobody hears a title that changes. */}
        <span className={styles.heard}>{text('questions.open', { count })}</span>
      </div>
      {clashes.length > 0 && (
        <>
          <h3 className={styles.heading}>{text('questions.clashes', { count: clashes.length })}</h3>
          <ClashSection clashes={clashes} about="upload" decisions={decisions} onChange={change} />
        </>
      )}
      {badNames.length > 0 && (
        <>
          <h3 className={styles.heading}>{text('questions.names', { count: badNames.length })}</h3>
          <NameList
            badNames={badNames}
            names={decisions.names}
            checked={isChecked}
            fields={fields}
            onName={(id, name) => change({ names: new Map(decisions.names).set(id, name) })}
          />
        </>
      )}
      {mayInsist && (
        <MessageBar intent="warning">
          <MessageBarBody>{text('questions.insist')}</MessageBarBody>
        </MessageBar>
      )}
    </QuestionsModal>
  );
}
