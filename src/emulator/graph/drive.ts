import type { DemoUser } from '../caller';
import type { Content } from './content';
import { businessDriveId, businessItemId, createSequence, guid, hex, personalItemId, ROOT_GUID } from './ids';
import type { Birth, FileItem, FolderItem, Item, Person } from './model';
import { foldName, type DriveType } from './names';

/** One user's drive: a tree of items and the index of their ids. */
export interface Drive {
  readonly id: string;
  readonly driveType: DriveType;
  readonly user: DemoUser;
  readonly owner: Person;
  readonly created: number;
  readonly quotaTotal: number;
  readonly root: FolderItem;
  readonly items: ReadonlyMap<string, Item>;
  /** The business ids of site, web and list, as `sharepointIds` shows them. */
  readonly site: { readonly siteId: string; readonly webId: string; readonly listId: string };
  addFolder(parent: FolderItem, birth: Birth): FolderItem;
  addFile(parent: FolderItem, birth: Birth, content: Content): FileItem;
  /** Puts an item under another parent or name; neither may be taken. */
  place(item: Item, parent: FolderItem, name: string): void;
  /** Takes the item and all below it away, bytes included. */
  remove(item: Item): Promise<void>;
  replaceContent(file: FileItem, content: Content): Promise<void>;
}

const GIB = 1024 ** 3;

export function createDrive(user: DemoUser, driveType: DriveType, created: number): Drive {
  const next = createSequence(`drive ${user.oid}`);
  const site = { siteId: guid(next), webId: guid(next), listId: guid(next) };
  // Personal ids keep a leading zero on purpose: clients lose it (faults.md 43).
  const id =
    driveType === 'business'
      ? businessDriveId(site.siteId, site.webId, site.listId)
      : `0${hex(next, 15).replace(/^0/, 'f')}`;
  const owner: Person = { id: user.oid, displayName: user.name, email: user.upn };
  const itemId = (item: string): string =>
    driveType === 'business' ? businessItemId(site.listId, item) : personalItemId(id, item);

  const born = (name: string, birth: Birth, itemGuid = guid(next)) => ({
    id: itemId(itemGuid),
    guid: itemGuid.toUpperCase(),
    name,
    version: 1,
    created: birth.at,
    modified: birth.at,
    fileCreated: birth.fileCreated ?? birth.at,
    fileModified: birth.fileModified ?? birth.at,
    createdBy: birth.by,
    modifiedBy: birth.by,
  });
  const root: FolderItem = {
    ...born('root', { name: 'root', at: created, by: owner }, ROOT_GUID),
    ...emptyFolder(null),
  };
  const items = new Map<string, Item>([[root.id, root]]);
  const adopt = <T extends Item>(item: T, parent: FolderItem): T => {
    items.set(item.id, item);
    parent.children.set(foldName(item.name), item);
    forget(parent);
    return item;
  };

  return {
    id,
    driveType,
    user,
    owner,
    created,
    quotaTotal: driveType === 'business' ? 1024 * GIB : 5 * GIB,
    root,
    items,
    site,
    addFolder: (parent, birth) => adopt({ ...born(birth.name, birth), ...emptyFolder(parent) }, parent),
    addFile: (parent, birth, content) =>
      adopt({ ...born(birth.name, birth), kind: 'file', parent, content, contentVersion: 1 }, parent),
    place(item, parent, name) {
      if (item.parent !== null) {
        item.parent.children.delete(foldName(item.name));
        forget(item.parent);
      }
      item.name = name;
      item.parent = parent;
      adopt(item, parent);
    },
    async remove(item) {
      if (item.parent !== null) {
        item.parent.children.delete(foldName(item.name));
        forget(item.parent);
      }
      const gone = descendants(item);
      for (const each of gone) items.delete(each.id);
      await Promise.all(gone.flatMap((each) => (each.kind === 'file' ? [each.content.dispose()] : [])));
    },
    async replaceContent(file, content) {
      const old = file.content;
      file.content = content;
      file.version += 1;
      file.contentVersion += 1;
      delete file.image;
      if (file.parent !== null) forget(file.parent);
      await old.dispose();
    },
  };
}

function emptyFolder(parent: FolderItem | null) {
  return {
    kind: 'folder' as const,
    parent,
    children: new Map<string, Item>(),
    total: undefined,
    sorted: undefined,
  };
}

function forget(folder: FolderItem): void {
  folder.sorted = undefined;
  for (let at: FolderItem | null = folder; at !== null; at = at.parent) at.total = undefined;
}

/** The item and everything below it. */
export function descendants(item: Item): Item[] {
  const all: Item[] = [item];
  for (let i = 0; i < all.length; i += 1) {
    const at = all[i];
    if (at?.kind === 'folder') for (const child of at.children.values()) all.push(child);
  }
  return all;
}

/** A file's bytes, or those of everything in a folder. */
export function sizeOf(item: Item): number {
  if (item.kind === 'file') return item.content.size;
  if (item.total === undefined) {
    let total = 0;
    for (const child of item.children.values()) total += sizeOf(child);
    item.total = total;
  }
  return item.total;
}

/** Marks a change of the item by somebody at a time. */
export function touch(item: Item, by: Person, at: number): void {
  item.version += 1;
  item.modified = at;
  item.modifiedBy = by;
}
