import { Button, Field, Input, Spinner } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { OneDriveError } from '../../lib';
import { useControl, useStore } from '../control-context';
import { ErrorNotice } from '../error-details';
import { useText, type Text } from '../text';
import { useElement } from '../use-element';
import { useViewState } from '../view-state';
import { Modal } from './modal';
import { useInitialFocus, useReturnFocus } from './use-return-focus';
import { useSubmission } from './use-submission';

/** Goes to what a sharing link leads to. Stays open, with its input, where that can't be opened. */
export function OpenLinkDialog() {
  const text = useText();
  const view = useViewState();
  const { loadPlaces, permission } = useControl();
  const asking = useStore(permission) !== undefined;
  const [address, setAddress] = useState('');
  const { submission, submit, edit } = useSubmission();
  const [input, setInput] = useElement<HTMLInputElement>();
  const anchor = useRef<HTMLSpanElement>(null);
  const running = submission.status === 'running';
  const error = submission.status === 'failed' ? submission.error : undefined;
  const refusal = error && refusalOf(error, text);
  const close = () => view.dialog.set(undefined);
  useReturnFocus(anchor);
  useInitialFocus(!asking, () => input.current?.focus());
  const open = () =>
    void submit(async (signal) => {
      const item = await (await loadPlaces?.())?.openLink(address, signal);
      if (signal.aborted || !item) return;
      if (!item.folder) view.reveal.set(item.id);
      close();
    });
  return (
    <>
      <span ref={anchor} hidden />
      <Modal
        open={!asking}
        title={text('link.title')}
        onSubmit={open}
        onDismiss={close}
        actions={
          <>
            <Button type="submit" appearance="primary" disabledFocusable={running}>
              {running ? <Spinner size="tiny" label={text('link.running')} /> : text('link.open')}
            </Button>
            <Button onClick={close}>{text('dialog.cancel')}</Button>
          </>
        }
      >
        <Field
          label={text('link.label')}
          hint={text('link.hint')}
          validationState={refusal ? 'error' : 'none'}
          validationMessage={refusal ?? null}
        >
          <Input
            ref={setInput}
            type="url"
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            value={address}
            readOnly={running}
            onChange={(_, data) => {
              setAddress(data.value);
              edit();
            }}
          />
        </Field>
        {error && !refusal && <ErrorNotice error={error} />}
      </Modal>
    </>
  );
}

/** What is said of the link itself; everything else is a notice of its own. */
function refusalOf({ code }: OneDriveError, text: Text): string | undefined {
  switch (code) {
    case 'invalid-request':
      return text('link.none');
    case 'not-found':
      return text('link.gone');
    case 'access-denied':
      return text('link.denied');
    default:
      return undefined;
  }
}
