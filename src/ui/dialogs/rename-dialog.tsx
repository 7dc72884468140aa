import { useState } from 'react';
import { baseLength, isFolder, type DriveItem } from '../../drive';
import { useControl } from '../control-context';
import { describeLock } from '../operations/describe-lock';
import { useText } from '../text';
import { NameDialog } from './name-dialog';

export function RenameDialog({ item }: { readonly item: DriveItem }) {
  const text = useText();
  const { operations, folder } = useControl();
  const [reason, setReason] = useState<string>();

  const rename = async (name: string, signal: AbortSignal) => {
    if (name === item.name) return;
    const operation = await operations.begin({ kind: 'rename', renames: [{ item, name }] }, signal);
    const result = operation?.entries[0]?.result;
    if (operation && result?.status === 'failed') {
      // Said here, beside the name, and not once more.
      operations.dismiss(operation.id);
      setReason(describeLock(result, text));
      throw result.error;
    }
    folder.setActive(item.id);
  };
  return (
    <NameDialog
      title={text('dialog.rename.title')}
      label={text('dialog.rename.name')}
      action={text('dialog.rename.action')}
      running={text('dialog.rename.running')}
      initialName={item.name}
      initialSelection={isFolder(item) ? item.name.length : baseLength(item.name)}
      reason={reason}
      onSubmit={rename}
    />
  );
}
