import { createChildList } from './child-list';
import type { Content } from './content';
import type { Birth, FileItem, FolderItem, RemoteItem, RemoteTarget } from './model';
import type { Fold } from './names';

/** What tells an item from every other. */
export interface Birthmarks {
  /** How many items the drive had before, deleted ones included; the id follows from it. */
  readonly number: number;
  readonly id: string;
  readonly guid: string;
}

/** What items of every kind begin with. */
function newItem({ number, id, guid }: Birthmarks, parent: FolderItem | null, birth: Birth) {
  const { name, at, by } = birth;
  return {
    number,
    id,
    guid,
    name,
    parent,
    version: 1,
    changed: 0,
    removed: false,
    created: at,
    modified: at,
    fileCreated: birth.fileCreated ?? at,
    fileModified: birth.fileModified ?? at,
    createdBy: by,
    modifiedBy: by,
  };
}

export function newFolder(
  marks: Birthmarks,
  parent: FolderItem | null,
  birth: Birth,
  fold: Fold,
): FolderItem {
  return { kind: 'folder', ...newItem(marks, parent, birth), children: createChildList(fold), total: 0 };
}

export function newFile(marks: Birthmarks, parent: FolderItem, birth: Birth, content: Content): FileItem {
  return { kind: 'file', ...newItem(marks, parent, birth), content, contentVersion: 1 };
}

export function newRemote(
  marks: Birthmarks,
  parent: FolderItem,
  birth: Birth,
  target: RemoteTarget,
): RemoteItem {
  return { kind: 'remote', ...newItem(marks, parent, birth), target };
}
