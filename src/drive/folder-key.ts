import type { DriveItem, ItemReference } from '../graph';
import { itemKey } from './item-key';
import { toPathFolder } from './resolve-path';

/** The key of a folder where its contents are: a shortcut and what it stands for have the same. */
export function folderKey(folder: (ItemReference & { readonly name: string }) | DriveItem): string {
  return itemKey(toPathFolder(folder));
}
