import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { FolderAddRegular } from '@fluentui/react-icons';
import { useState, type KeyboardEvent } from 'react';
import { findNameProblem, type FolderBrowser } from '../../drive';
import { useControl } from '../control-context';
import { NameField } from '../dialogs/name-field';
import { useInitialFocus } from '../dialogs/use-return-focus';
import { useSubmission } from '../dialogs/use-submission';
import { ErrorNotice } from '../error-details';
import { useText } from '../text';
import { useElement } from '../use-element';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  start: { alignSelf: 'start' },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
});

/** Making a folder in the one that is open. It lives above the dialog's frame, which hides while a permission is asked. */
export function useNewFolder(browser: FolderBrowser) {
  const { commands, folder } = useControl();
  const [isAsked, setAsked] = useState(false);
  const [name, setName] = useState('');
  const [checked, setChecked] = useState(false);
  const { submission, submit, edit } = useSubmission();
  const change = (value: string) => {
    setName(value);
    setChecked(false);
    edit();
  };
  const ask = (isWanted: boolean) => {
    setAsked(isWanted);
    change('');
  };
  return {
    isAsked,
    name,
    checked,
    submission,
    change,
    ask,
    /** @returns false where the name has to be put right first */
    create: (): boolean => {
      const parent = browser.state.get().path.at(-1);
      setChecked(true);
      if (!parent || findNameProblem(name) !== undefined) return false;
      void submit(async (signal) => {
        const made = await commands.createFolder(parent, name, signal);
        if (!made) return ask(false);
        if (folder.state.get().path.at(-1)?.id === parent.id) folder.apply({ changed: [made] });
        browser.apply({ changed: [made] });
        browser.open(made);
        return ask(false);
      });
      return true;
    },
  };
}

type MakingFolder = ReturnType<typeof useNewFolder>;

/** The button that asks for a new folder, and then its name. */
export function NewFolder({ making }: { readonly making: MakingFolder }) {
  const text = useText();
  const styles = useStyles();
  if (making.isAsked) return <Form making={making} />;
  return (
    <Button className={styles.start} icon={<FolderAddRegular />} onClick={() => making.ask(true)}>
      {text('destination.newFolder')}
    </Button>
  );
}

function Form({ making }: { readonly making: MakingFolder }) {
  const text = useText();
  const styles = useStyles();
  const { name, checked, submission, change } = making;
  const [input, setInput] = useElement<HTMLInputElement>();
  const running = submission.status === 'running';
  const error = submission.status === 'failed' ? submission.error : undefined;
  const taken = error?.code === 'name-conflict' ? text('dialog.name.taken', { name }) : undefined;
  useInitialFocus(true, () => input.current?.focus());
  const create = () => {
    if (!making.create()) input.current?.focus();
  };
  // The form around it moves; this one only makes the folder, or gives it up.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    if (event.key === 'Enter' && !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') create();
    else making.ask(false);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.box} onKeyDown={onKeyDown}>
      <NameField
        label={text('destination.newFolder.name')}
        value={name}
        checked={checked}
        disabled={running}
        refusal={taken}
        inputRef={setInput}
        onChange={change}
        onRepair={(value) => {
          change(value);
          input.current?.focus();
        }}
      />
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={running} onClick={create}>
          {running ? (
            <Spinner size="tiny" label={text('dialog.newFolder.running')} />
          ) : (
            text('destination.newFolder.create')
          )}
        </Button>
        <Button onClick={() => making.ask(false)}>{text('dialog.cancel')}</Button>
      </div>
      {error && !taken && <ErrorNotice error={error} />}
    </div>
  );
}
