import { baseLength, isFolder, type DriveItem } from '../../drive';
import { useControl } from '../control-context';
import { useText } from '../text';
import { useViewState } from '../view-state';
import { NameDialog } from './name-dialog';

export function RenameDialog({ item }: { readonly item: DriveItem }) {
  const text = useText();
  const { commands, folder } = useControl();
  const { announcement } = useViewState();

  const rename = async (name: string, signal: AbortSignal) => {
    if (name === item.name) return;
    const renamed = await commands.rename(item, name, signal);
    folder.apply({ changed: [renamed] });
    folder.setActive(renamed.id);
    announcement.set(text('dialog.rename.done', { before: item.name, name: renamed.name }));
  };
  return (
    <NameDialog
      title={text('dialog.rename.title')}
      label={text('dialog.rename.name')}
      action={text('dialog.rename.action')}
      running={text('dialog.rename.running')}
      initialName={item.name}
      initialSelection={isFolder(item) ? item.name.length : baseLength(item.name)}
      onSubmit={rename}
    />
  );
}
