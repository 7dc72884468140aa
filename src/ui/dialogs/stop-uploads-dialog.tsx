import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import { useText } from '../text';
import { useElement } from '../use-element';
import { useViewState, type StopUploadsRequest } from '../view-state';
import { Modal } from './modal';
import { useInitialFocus, useReturnFocus } from './use-return-focus';

/** Uploads end with the account: the user says whether they may. The focus starts on what loses nothing. */
export function StopUploadsDialog({ request }: { readonly request: StopUploadsRequest }) {
  const text = useText();
  const { dialog } = useViewState();
  const [keep, setKeep] = useElement<HTMLButtonElement>();
  const anchor = useRef<HTMLSpanElement>(null);
  const { count, leaving, goOn } = request;
  const close = () => dialog.set(undefined);
  useReturnFocus(anchor);
  useInitialFocus(true, () => keep.current?.focus());
  return (
    <>
      <span ref={anchor} hidden />
      <Modal
        open
        title={text('dialog.stopUploads.title', { count })}
        onSubmit={() => {
          close();
          goOn();
        }}
        onDismiss={close}
        actions={
          <>
            <Button type="submit">{text(`dialog.stopUploads.${leaving}`)}</Button>
            <Button ref={setKeep} appearance="primary" onClick={close}>
              {text('dialog.stopUploads.keep')}
            </Button>
          </>
        }
      >
        <div>{text(`dialog.stopUploads.${leaving}.advice`)}</div>
      </Modal>
    </>
  );
}
