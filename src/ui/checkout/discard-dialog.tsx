import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import type { DriveItem } from '../../drive';
import { useControl } from '../control-context';
import { ItemNames } from '../dialogs/item-names';
import { Modal } from '../dialogs/modal';
import { useInitialFocus, useReturnFocus } from '../dialogs/use-return-focus';
import { useText } from '../text';
import { useElement } from '../use-element';
import { useViewState } from '../view-state';

/** Says what is lost before it is. The focus starts on Cancel. */
export function DiscardDialog({ items }: { readonly items: readonly DriveItem[] }) {
  const text = useText();
  const { operations } = useControl();
  const { dialog } = useViewState();
  const [cancel, setCancel] = useElement<HTMLButtonElement>();
  const anchor = useRef<HTMLSpanElement>(null);
  const count = items.length;
  const close = () => dialog.set(undefined);
  useReturnFocus(anchor);
  useInitialFocus(true, () => cancel.current?.focus());
  const run = () => {
    close();
    void operations.begin({ kind: 'discard-check-out', items });
  };
  return (
    <>
      <span ref={anchor} hidden />
      <Modal
        open
        title={text('checkout.discard.title', { count })}
        onSubmit={run}
        onDismiss={close}
        actions={
          <>
            <Button type="submit" appearance="primary">
              {text('checkout.discard.action')}
            </Button>
            <Button ref={setCancel} onClick={close}>
              {text('dialog.cancel')}
            </Button>
          </>
        }
      >
        <ItemNames items={items} />
        <div>{text('checkout.discard.advice', { count })}</div>
      </Modal>
    </>
  );
}
