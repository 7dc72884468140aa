import type { Content } from './content';
import type { Birth, FileItem, FolderItem } from './model';

/** What tells an item from every other. */
export interface Birthmarks {
  readonly id: string;
  readonly guid: string;
}

// Written out twice instead of spread together: large drives make a hundred thousand of them.
export function newFolder({ id, guid }: Birthmarks, parent: FolderItem | null, birth: Birth): FolderItem {
  const { name, at, by } = birth;
  return {
    kind: 'folder',
    id,
    guid,
    name,
    parent,
    version: 1,
    changed: 1,
    created: at,
    modified: at,
    fileCreated: birth.fileCreated ?? at,
    fileModified: birth.fileModified ?? at,
    createdBy: by,
    modifiedBy: by,
    children: new Map(),
    total: undefined,
    sorted: undefined,
  };
}

export function newFile(
  { id, guid }: Birthmarks,
  parent: FolderItem,
  birth: Birth,
  content: Content,
): FileItem {
  const { name, at, by } = birth;
  return {
    kind: 'file',
    id,
    guid,
    name,
    parent,
    version: 1,
    changed: 1,
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
