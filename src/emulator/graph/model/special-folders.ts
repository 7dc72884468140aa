import type { Drive } from './drive';
import type { FolderItem } from './model';

/** The folder that goes by this key, wherever it has been moved and whatever it is called by now. */
export function findSpecial(drive: Drive, key: string): FolderItem | undefined {
  const item = drive.items.get(drive.special.get(key) ?? '');
  return item?.kind === 'folder' ? item : undefined;
}

/** Whatever went by the key before does so no longer. */
export function makeSpecial(drive: Drive, key: string, { folder, name }: Special): void {
  folder.specialFolder = name;
  drive.special.set(key, folder.id);
}

interface Special {
  readonly folder: FolderItem;
  /** As the folder tells it. */
  readonly name: string;
}
