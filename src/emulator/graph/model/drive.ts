import type { Content } from './content';
import { businessDriveId, businessItemId, createSequence, guid, hex, personalItemId, ROOT_GUID } from './ids';
import { newFile, newFolder, type Birthmarks } from './new-item';
import type { Birth, Deed, FileItem, FolderItem, Item, Person } from './model';
import { ownerId, type DriveOwner } from './owner';
import { contentsOf, currentVersion } from './versions';
import { foldName, type DriveType } from './names';

/** A tree of items and the index of their ids. */
export interface Drive {
  readonly id: string;
  readonly driveType: DriveType;
  readonly owner: DriveOwner;
  readonly created: number;
  readonly quotaTotal: number;
  readonly root: FolderItem;
  readonly items: ReadonlyMap<string, Item>;
  /** The ids of the items that have permissions of their own, and of such that are gone. */
  readonly shared: Set<string>;
  /** The business ids of site, web and list, as `sharepointIds` shows them. */
  readonly site: { readonly siteId: string; readonly webId: string; readonly listId: string };
  /** Tells this drive's tokens from those of a drive before a reset. */
  readonly epoch: string;
  readonly tombstones: readonly Tombstone[];
  /** What was removed and can come back, by its id; what was below it then is below it still. */
  readonly bin: ReadonlyMap<string, Item>;
  /** How many changes there have been. */
  sequence(): number;
  /** Counts a change of the item. */
  stamp(item: Item): void;
  addFolder(parent: FolderItem, birth: Birth): FolderItem;
  addFile(parent: FolderItem, birth: Birth, content: Content): FileItem;
  /** Puts an item under another parent or name; neither may be taken. */
  place(item: Item, parent: FolderItem, name: string): void;
  /** Takes the item and all below it away: personal drives into the bin, others bytes included. */
  remove(item: Item): Promise<void>;
  /** Takes an item out of the bin; the name must be free. */
  restore(item: Item, parent: FolderItem, name: string): void;
  /** What the content was becomes an older version; the oldest goes when there are too many. */
  replaceContent(file: FileItem, content: Content): Promise<void>;
}

/** What is remembered of an item that was deleted. */
export interface Tombstone {
  readonly id: string;
  readonly kind: Item['kind'];
  readonly parentId: string | undefined;
  readonly at: number;
}

const GIB = 1024 ** 3;
/** As the service keeps them where nobody has set another limit. */
const MOST_VERSIONS: Readonly<Record<DriveType, number>> = {
  business: 500,
  documentLibrary: 500,
  personal: 25,
};

/** How a drive begins. */
export interface DrivePlan {
  readonly owner: DriveOwner;
  readonly driveType: DriveType;
  readonly created: number;
  /** Who made it. */
  readonly by: Person;
}

export function createDrive({ owner, driveType, created, by }: DrivePlan): Drive {
  const { id, site, nextMarks } = createNames(owner, driveType);
  const root = newFolder(nextMarks(ROOT_GUID), null, { name: 'root', at: created, by });
  const items = new Map<string, Item>([[root.id, root]]);
  const bin = new Map<string, Item>();
  let tombstones: Tombstone[] = [];
  let count = 1;
  const stamp = (item: Item): void => {
    count += 1;
    item.changed = count;
  };
  const adopt = <T extends Item>(item: T, parent: FolderItem): T => {
    stamp(item);
    items.set(item.id, item);
    parent.children.set(foldName(item.name), item);
    forget(parent);
    return item;
  };

  return {
    id,
    driveType,
    owner,
    created,
    quotaTotal: driveType === 'personal' ? 5 * GIB : 1024 * GIB,
    root,
    items,
    shared: new Set(),
    site,
    epoch: crypto.randomUUID(),
    get tombstones() {
      return tombstones;
    },
    bin,
    sequence: () => count,
    stamp,
    addFolder: (parent, birth) => adopt(newFolder(nextMarks(), parent, birth), parent),
    addFile: (parent, birth, content) => adopt(newFile(nextMarks(), parent, birth, content), parent),
    place(item, parent, name) {
      leaveParent(item);
      item.name = name;
      item.parent = parent;
      adopt(item, parent);
    },
    async remove(item) {
      leaveParent(item);
      const gone = descendants(item);
      for (const each of gone) {
        items.delete(each.id);
        count += 1;
        tombstones.push({ id: each.id, kind: each.kind, parentId: each.parent?.id, at: count });
      }
      // Nobody can ask a work drive for it again.
      if (driveType === 'personal') bin.set(item.id, item);
      else await Promise.all(gone.flatMap(contentsOf).map((content) => content.dispose()));
    },
    restore(item, parent, name) {
      bin.delete(item.id);
      item.name = name;
      item.parent = parent;
      for (const each of descendants(item)) {
        items.set(each.id, each);
        stamp(each);
      }
      tombstones = tombstones.filter(({ id }) => !items.has(id));
      adopt(item, parent);
    },
    replaceContent: (file, content) => replaceContent(file, content, MOST_VERSIONS[driveType]),
  };
}

/** The drive's id and those of its items: always the same for the same owner. */
function createNames(owner: DriveOwner, driveType: DriveType) {
  const next = createSequence(`drive ${ownerId(owner)}`);
  const site = { siteId: guid(next), webId: guid(next), listId: guid(next) };
  // Personal ids keep a leading zero on purpose: clients lose it (faults.md 43).
  const id =
    driveType === 'personal'
      ? `0${hex(next, 15).replace(/^0/, 'f')}`
      : businessDriveId(site.siteId, site.webId, site.listId);
  const nextMarks = (item = guid(next)): Birthmarks => ({
    id: driveType === 'personal' ? personalItemId(id, item) : businessItemId(site.listId, item),
    guid: item,
  });
  return { id, site, nextMarks };
}

async function replaceContent(file: FileItem, content: Content, most: number): Promise<void> {
  const older = [currentVersion(file), ...(file.older ?? [])];
  const outlived = older.splice(most - 1);
  file.older = older;
  file.content = content;
  file.version += 1;
  file.contentVersion += 1;
  delete file.image;
  if (file.parent !== null) forget(file.parent);
  await Promise.all(outlived.map((version) => version.content.dispose()));
}

function leaveParent(item: Item): void {
  if (item.parent === null) return;
  item.parent.children.delete(foldName(item.name));
  forget(item.parent);
}

/** What was worked out about the folder and those above it no longer holds. */
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

/** Marks a change of the item. */
export function touch(drive: Drive, item: Item, { at, by }: Deed): void {
  drive.stamp(item);
  item.version += 1;
  item.modified = at;
  item.modifiedBy = by;
}
