import { useStore } from '../control-context';
import { useViewState } from '../view-state';
import { DeleteDialog } from './delete-dialog';
import { NewFolderDialog } from './new-folder-dialog';
import { RenameDialog } from './rename-dialog';

/** The one dialog that `view.dialog` names. It hides while the permission dialog is open: one modal at a time. */
export function Dialogs() {
  const request = useStore(useViewState().dialog);
  switch (request?.kind) {
    case undefined:
      return null;
    case 'new-folder':
      return <NewFolderDialog />;
    case 'rename':
      return <RenameDialog key={request.item.id} item={request.item} />;
    case 'delete':
      return <DeleteDialog items={request.items} />;
  }
}
