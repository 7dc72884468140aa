import { Button, Spinner } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { findNameProblem } from '../../drive';
import type { OneDriveError } from '../../lib';
import { useControl, useStore } from '../control-context';
import { ErrorNotice } from '../error-details';
import { useText, type Text } from '../text';
import { useElement } from '../use-element';
import { useViewState } from '../view-state';
import { Modal } from './modal';
import { NameField } from './name-field';
import { useInitialFocus, useReturnFocus } from './use-return-focus';
import { useSubmission } from './use-submission';

interface NameDialogProps {
  readonly title: string;
  readonly label: string;
  readonly action: string;
  readonly running: string;
  readonly initialName: string;
  /** How much of the initial name is selected. */
  readonly initialSelection: number;
  /** Why it has failed, where more is known than what failed. */
  readonly reason?: string | undefined;
  readonly onSubmit: (name: string, signal: AbortSignal) => Promise<void>;
}

/** Asks for a name and does something with it: new folder and rename. Stays open, with its input, on failure. */
export function NameDialog(props: NameDialogProps) {
  const text = useText();
  const control = useControl();
  const view = useViewState();
  const asking = useStore(control.permission) !== undefined;
  const [name, setName] = useState(props.initialName);
  const [checked, setChecked] = useState(false);
  const { submission, submit, edit } = useSubmission();
  const [input, setInput] = useElement<HTMLInputElement>();
  const anchor = useRef<HTMLSpanElement>(null);
  const running = submission.status === 'running';
  const error = submission.status === 'failed' ? submission.error : undefined;
  const refusal = error && (props.reason ?? refusalOf(error, name, text));
  const close = () => {
    view.dialog.set(undefined);
    // Given up halfway: whether it was still applied, only the service knows.
    if (running) control.folder.refresh();
  };

  useReturnFocus(anchor);
  useInitialFocus(!asking, () => {
    input.current?.focus();
    input.current?.setSelectionRange(0, name === props.initialName ? props.initialSelection : name.length);
  });

  const change = (value: string) => {
    setName(value);
    setChecked(false);
    edit();
  };
  const trySubmit = () => {
    setChecked(true);
    if (findNameProblem(name) !== undefined) input.current?.focus();
    else
      void submit(async (signal) => {
        await props.onSubmit(name, signal);
        if (!signal.aborted) view.dialog.set(undefined);
      });
  };
  return (
    <>
      <span ref={anchor} hidden />
      <Modal
        open={!asking}
        title={props.title}
        onSubmit={trySubmit}
        onDismiss={close}
        actions={
          <>
            <Button type="submit" appearance="primary" disabledFocusable={running}>
              {running ? <Spinner size="tiny" label={props.running} /> : props.action}
            </Button>
            <Button onClick={close}>{text('dialog.cancel')}</Button>
          </>
        }
      >
        <NameField
          label={props.label}
          value={name}
          checked={checked}
          disabled={running}
          refusal={refusal}
          inputRef={setInput}
          onChange={change}
          onRepair={(value) => {
            change(value);
            input.current?.focus();
          }}
        />
        {error && !refusal && <ErrorNotice error={error} />}
      </Modal>
    </>
  );
}

/** Refusals of the name itself stand at the field; everything else is a notice of its own. */
function refusalOf(error: OneDriveError, name: string, text: Text): string | undefined {
  if (error.code === 'name-conflict') return text('dialog.name.taken', { name });
  if (error.code === 'invalid-name') return text('error.invalid-name.title');
  return undefined;
}
