import { isFolder, type DriveItem } from '../../drive';
import { useControl } from '../control-context';
import { useText } from '../text';
import { ConfirmDialog } from './confirm-dialog';
import { ItemNames } from './item-names';

interface DeleteDialogProps {
  readonly items: readonly DriveItem[];
  /** Past the recycle bin. */
  readonly isForEver?: boolean | undefined;
}

/** Says whether there is a way back; the line of the operation tells the rest. */
export function DeleteDialog({ items, isForEver = false }: DeleteDialogProps) {
  const text = useText();
  const { operations } = useControl();
  const isUndone = items.every((item) => operations.canRestore(item));
  const prefix = isForEver ? 'dialog.deleteForEver' : 'dialog.delete';
  return (
    <ConfirmDialog
      title={text(`${prefix}.title`, { count: items.length })}
      action={text(isForEver ? 'command.deleteForEver' : 'dialog.delete.action')}
      onConfirm={() => void operations.begin({ kind: isForEver ? 'delete-for-ever' : 'delete', items })}
    >
      <Question items={items} isForEver={isForEver} />
      {isForEver ? (
        <ForEver items={items} />
      ) : (
        <div>{text(isUndone ? 'dialog.delete.undo' : 'dialog.delete.bin')}</div>
      )}
    </ConfirmDialog>
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
