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

// Written out twice instead of spread together: large drives make a hundred thousand of them.
export function newFolder(
  { number, id, guid }: Birthmarks,
  parent: FolderItem | null,
  birth: Birth,
  fold: Fold,
): FolderItem {
  const { name, at, by } = birth;
  return {
    kind: 'folder',
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
    children: createChildList(fold),
    total: 0,
  };
}

export function newFile(
  { number, id, guid }: Birthmarks,
  parent: FolderItem,
  birth: Birth,
  content: Content,
): FileItem {
  const { name, at, by } = birth;
  return {
    kind: 'file',
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
    content,
    contentVersion: 1,
  };
}

export function newRemote(
  { number, id, guid }: Birthmarks,
  parent: FolderItem,
  { name, at, by }: Birth,
  target: RemoteTarget,
): RemoteItem {
  return {
    kind: 'remote',
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
    fileCreated: at,
    fileModified: at,
    createdBy: by,
    modifiedBy: by,
    target,
  };
}
