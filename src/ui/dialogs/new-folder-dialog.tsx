import { useState } from 'react';
import { useControl } from '../control-context';
import { useText } from '../text';
import { useViewState } from '../view-state';
import { NameDialog } from './name-dialog';

/** Makes a folder in the folder that was open when the dialog opened. */
export function NewFolderDialog() {
  const text = useText();
  const { commands, folder } = useControl();
  const { announcement } = useViewState();

  const [parent] = useState(() => folder.state.get().path.at(-1));

  const create = async (name: string, signal: AbortSignal) => {
    if (!parent) return;
    const created = await commands.createFolder(parent, name, signal);
    if (!created) return;
    // The user may have gone elsewhere meanwhile; the list of another folder stays as it is.
    if (folder.state.get().path.at(-1)?.id === parent.id) {
      folder.apply({ changed: [created] });
      folder.setActive(created.id);
    }
    announcement.set(text('dialog.newFolder.done', { name: created.name }));
  };
  return (
    <NameDialog
      title={text('dialog.newFolder.title')}
      label={text('dialog.newFolder.name')}
      action={text('dialog.newFolder.action')}
      running={text('dialog.newFolder.running')}
      initialName=""
      initialSelection={0}
      onSubmit={create}
    />
  );
}
