import type { DriveItem } from '../../drive';
import { useControl } from '../control-context';
import { ConfirmDialog } from '../dialogs/confirm-dialog';
import { ItemNames } from '../dialogs/item-names';
import { useText } from '../text';

/** Says what is lost before it is. */
export function DiscardDialog({ items }: { readonly items: readonly DriveItem[] }) {
  const text = useText();
  const { operations } = useControl();
  const count = items.length;
  return (
    <ConfirmDialog
      title={text('checkout.discard.title', { count })}
      action={text('checkout.discard.action')}
      onConfirm={() => void operations.begin({ kind: 'discard-check-out', items })}
    >
      <ItemNames items={items} />
      <div>{text('checkout.discard.advice', { count })}</div>
    </ConfirmDialog>
  );
}
