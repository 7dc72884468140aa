import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import { isFolder, type DriveItem } from '../../drive';
import { useControl } from '../control-context';
import { useText } from '../text';
import { useElement } from '../use-element';
import { useViewState } from '../view-state';
import { ItemNames } from './item-names';
import { Modal } from './modal';
import { useInitialFocus, useReturnFocus } from './use-return-focus';

interface DeleteDialogProps {
  readonly items: readonly DriveItem[];
  /** Past the recycle bin. */
  readonly isForEver?: boolean | undefined;
}

/** Confirms, and says whether there is a way back; the line of the operation tells the rest. The focus starts on Cancel. */
export function DeleteDialog({ items, isForEver = false }: DeleteDialogProps) {
  const text = useText();
  const { operations } = useControl();
  const { dialog } = useViewState();
  const [cancel, setCancel] = useElement<HTMLButtonElement>();
  const anchor = useRef<HTMLSpanElement>(null);
  const close = () => dialog.set(undefined);
  const isUndone = items.every((item) => operations.canRestore(item));
  useReturnFocus(anchor);
  useInitialFocus(true, () => cancel.current?.focus());

  const run = () => {
    close();
    void operations.begin({ kind: isForEver ? 'delete-for-ever' : 'delete', items });
  };
  return (
    <>
      <span ref={anchor} hidden />
      <Modal
        open
        title={text(isForEver ? 'dialog.deleteForEver.title' : 'dialog.delete.title', {
          count: items.length,
        })}
        onSubmit={run}
        onDismiss={close}
        actions={
          <>
            <Button type="submit" appearance="primary">
              {text(isForEver ? 'command.deleteForEver' : 'dialog.delete.action')}
            </Button>
            <Button ref={setCancel} onClick={close}>
              {text('dialog.cancel')}
            </Button>
          </>
        }
      >
        <Question items={items} isForEver={isForEver} />
        {isForEver ? (
          <ForEver items={items} />
        ) : (
          <div>{text(isUndone ? 'dialog.delete.undo' : 'dialog.delete.bin')}</div>
        )}
      </Modal>
    </>
  );
}

/** What nobody expects of a deletion is said in full. */
function ForEver({ items }: Pick<DeleteDialogProps, 'items'>) {
  const text = useText();
  return (
    <>
      {items.some(isFolder) && <div>{text('dialog.deleteForEver.folders')}</div>}
      <div>{text('dialog.deleteForEver.final')}</div>
    </>
  );
}

function Question({ items, isForEver }: DeleteDialogProps) {
  const text = useText();
  const [only] = items;
  const prefix = isForEver ? 'dialog.deleteForEver' : 'dialog.delete';
  if (items.length === 1 && only) return <div>{text(`${prefix}.one`, { name: only.name })}</div>;
  return (
    <>
      <div>{text(`${prefix}.many`, { count: items.length })}</div>
      <ItemNames items={items} />
    </>
  );
}
