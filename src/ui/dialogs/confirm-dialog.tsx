import { Button } from '@fluentui/react-components';
import { useRef, type ReactNode } from 'react';
import { useText } from '../text';
import { useElement } from '../use-element';
import { useViewState } from '../view-state';
import { Modal } from './modal';
import { useInitialFocus, useReturnFocus } from './use-return-focus';

interface ConfirmDialogProps {
  readonly title: string;
  /** What the button says that does it. */
  readonly action: string;
  readonly onConfirm: () => void;
  /** What it is about, and what becomes of that. */
  readonly children: ReactNode;
}

/** Asks before something is done that can't be taken back, or not always. The focus starts on Cancel. */
export function ConfirmDialog({ title, action, onConfirm, children }: ConfirmDialogProps) {
  const text = useText();
  const { dialog } = useViewState();
  const [cancel, setCancel] = useElement<HTMLButtonElement>();
  const anchor = useRef<HTMLSpanElement>(null);
  const close = () => dialog.set(undefined);
  useReturnFocus(anchor);
  useInitialFocus(true, () => cancel.current?.focus());
  const confirm = () => {
    close();
    onConfirm();
  };
  return (
    <>
      <span ref={anchor} hidden />
      <Modal
        open
        title={title}
        onSubmit={confirm}
        onDismiss={close}
        actions={
          <>
            <Button type="submit" appearance="primary">
              {action}
            </Button>
            <Button ref={setCancel} onClick={close}>
              {text('dialog.cancel')}
            </Button>
          </>
        }
      >
        {children}
      </Modal>
    </>
  );
}
