import { elsewhereKey, type DriveItem } from '../graph';
import type { PathFolder } from './folder-browser';
import { itemKey } from './item-key';
import { toPathFolder } from './resolve-path';

/** The key of a folder where its contents are: a shortcut and what it stands for have the same. */
export function folderKey(folder: PathFolder | DriveItem): string {
  const target = toPathFolder(folder);
  return target.elsewhere ? elsewhereKey(target.elsewhere) : itemKey(target);
}
