import { createChangeLog } from './change-log';
import { hasDraft } from './checkout';
import type { Content } from './content';
import { createDriveNames } from './drive-names';
import { createItemIndex, type ItemIndex } from './item-index';
import { newFile, newFolder, type Birthmarks } from './new-item';
import type { Birth, FileItem, FolderItem, Item, Person } from './model';
import type { DriveType } from './names';
import type { DriveOwner } from './owner';
import type { Series } from './series';
import { sow } from './series-file';
import type { Library } from './site';
import { addBytes, descendants, sizeOf } from './tree';
import { contentsOf, versionsOf } from './versions';

/** A tree of items and the index of their ids. */
export interface Drive {
  readonly id: string;
  readonly driveType: DriveType;
  readonly owner: DriveOwner;
  readonly created: number;
  readonly quotaTotal: number;
  readonly root: FolderItem;
  readonly items: ItemIndex;
  /** The ids of the items that have permissions of their own, and of such that are gone. */
  readonly shared: Set<string>;
  /** The ids of folders that are found by what they are for, also of such that are gone. */
  readonly special: Map<string, string>;
  /** The ids of the files that are checked out, and of such that are gone. */
  readonly checkedOut: Set<string>;
  readonly library: Library;
  /** Tells this drive's tokens from those of a drive before a reset. */
  readonly epoch: string;
  /** What was removed and can come back, by its id; what was below it then is below it still. */
  readonly bin: ReadonlyMap<string, Item>;
  /** How many changes there have been. */
  sequence(): number;
  /** What has changed since so many changes, oldest first; what was removed is among it. */
  changedSince(count: number): Iterable<Item>;
  /** Counts a change of the item. */
  stamp(item: Item): void;
  addFolder(parent: FolderItem, birth: Birth): FolderItem;
  addFile(parent: FolderItem, birth: Birth, content: Content): FileItem;
  /** Fills an empty folder. */
  addSeries(parent: FolderItem, series: Series): void;
  /** Puts an item under another parent or name; neither may be taken. */
  place(item: Item, parent: FolderItem, name: string): void;
  /** Takes the item and all below it away: personal drives into the bin, others bytes included. */
  remove(item: Item): Promise<void>;
  /** Takes an item out of the bin; the name must be free. */
  restore(item: Item, parent: FolderItem, name: string): void;
  /** What the content was becomes an older version; the oldest goes when there are too many. */
  replaceContent(file: FileItem, content: Content): Promise<void>;
  /** Lets all bytes go. */
  dispose(): Promise<void>;
}

const GIB = 1024 ** 3;
/** A site has 25 terabytes for all its libraries. */
const QUOTA: Readonly<Record<DriveType, number>> = {
  business: 1024 * GIB,
  documentLibrary: 25 * 1024 * GIB,
  personal: 5 * GIB,
};
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
  readonly library: Library;
  readonly created: number;
  /** Who made it. */
  readonly by: Person;
}

export function createDrive({ owner, driveType, library, created, by }: DrivePlan): Drive {
  const { id, marks, numberOf } = createDriveNames(library, driveType);
  const root = newFolder(marks(0), null, { name: 'root', at: created, by });
  const items = createItemIndex(numberOf);
  const bin = new Map<string, Item>();
  const log = createChangeLog();
  let born = 0;
  const nextMarks = (): Birthmarks => marks((born += 1));
  const enter = (item: Item): void => {
    item.removed = false;
    items.add(item);
    log.stamp(item);
  };
  const adopt = <T extends Item>(item: T, parent: FolderItem): T => {
    enter(item);
    joinParent(item, parent);
    return item;
  };
  enter(root);

  return {
    id,
    driveType,
    owner,
    created,
    quotaTotal: QUOTA[driveType],
    root,
    items,
    shared: new Set(),
    special: new Map(),
    checkedOut: new Set(),
    library,
    epoch: crypto.randomUUID(),
    bin,
    sequence: () => log.length,
    changedSince: (count) => log.since(count),
    stamp: (item) => log.stamp(item),
    addFolder: (parent, birth) => adopt(newFolder(nextMarks(), parent, birth), parent),
    addFile: (parent, birth, content) => adopt(newFile(nextMarks(), parent, birth, content), parent),
    addSeries(parent, series) {
      const sowing = { series, first: born + 1, marks, withSha1: driveType === 'personal' };
      born += series.length;
      const files = sow(sowing, parent, by);
      let bytes = 0;
      for (const [place, file] of files.entries()) {
        enter(file);
        bytes += series.size(place);
      }
      parent.children.fill(files);
      addBytes(parent, bytes);
    },
    place(item, parent, name) {
      leaveParent(item);
      item.name = name;
      log.stamp(item);
      joinParent(item, parent);
    },
    async remove(item) {
      leaveParent(item);
      for (const gone of descendants(item)) {
        gone.removed = true;
        items.delete(gone);
        log.stamp(gone);
      }
      // Nobody can ask a work drive for it again.
      if (driveType === 'personal') bin.set(item.id, item);
      else await disposeBelow(item);
    },
    restore(item, parent, name) {
      bin.delete(item.id);
      item.name = name;
      for (const each of descendants(item)) enter(each);
      joinParent(item, parent);
    },
    replaceContent: (file, content) => replaceContent(file, content, MOST_VERSIONS[driveType]),
    async dispose() {
      await Promise.all([root, ...bin.values()].map(disposeBelow));
    },
  };
}

async function replaceContent(file: FileItem, content: Content, most: number): Promise<void> {
  const known = versionsOf(file);
  // A draft that is saved again stays one version.
  const drafts = hasDraft(file) ? 1 : 0;
  const older = known.slice(drafts, most - 1);
  const outlived = [...known.slice(0, drafts), ...known.slice(most - 1)];
  addBytes(file.parent, content.size - file.content.size);
  file.older = older;
  file.content = content;
  file.version += 1;
  if (drafts === 0) file.contentVersion += 1;
  else file.withdrawn = (file.withdrawn ?? 0) + 1;
  delete file.image;
  await Promise.all(disposals(outlived.map((version) => version.content)));
}

/** Lets the bytes of the item, and of all below it, go. */
async function disposeBelow(item: Item): Promise<void> {
  const waits: Promise<void>[] = [];
  for (const each of descendants(item)) waits.push(...disposals(contentsOf(each)));
  await Promise.all(waits);
}

function disposals(contents: readonly Content[]): Promise<void>[] {
  return contents.flatMap((content) => content.dispose() ?? []);
}

function leaveParent(item: Item): void {
  item.parent?.children.delete(item);
  addBytes(item.parent, -sizeOf(item));
}

function joinParent(item: Item, parent: FolderItem): void {
  item.parent = parent;
  parent.children.add(item);
  addBytes(parent, sizeOf(item));
}
