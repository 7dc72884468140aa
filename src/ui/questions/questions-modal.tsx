import { Button } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { useControl, useStore } from '../control-context';
import { Modal } from '../dialogs/modal';
import { useReturnFocus } from '../dialogs/use-return-focus';
import { useText } from '../text';
import { useViewState } from '../view-state';

interface QuestionsModalProps {
  /** How many are open; with the last of them the dialog goes. */
  readonly count: number;
  readonly title: string;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** Around questions that can wait: answered together, or left for later. */
export function QuestionsModal({ count, title, onSubmit, children }: QuestionsModalProps) {
  const text = useText();
  const { dialog } = useViewState();
  const isOpen = useStore(useControl().permission) === undefined;
  const anchor = useRef<HTMLSpanElement>(null);
  const close = () => dialog.set(undefined);
  useReturnFocus(anchor);
  useEffect(() => {
    if (count === 0) dialog.set(undefined);
  }, [count, dialog]);
  return (
    <>
      <span ref={anchor} hidden />
      <Modal
        open={isOpen && count > 0}
        isWide
        title={title}
        onSubmit={onSubmit}
        onDismiss={close}
        actions={
          <>
            <Button type="submit" appearance="primary">
              {text('questions.go')}
            </Button>
            <Button onClick={close}>{text('questions.later')}</Button>
          </>
        }
      >
        {children}
      </Modal>
    </>
  );
}
