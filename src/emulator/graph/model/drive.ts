import { hasDraft } from './checkout';
import type { Content } from './content';
import { createDriveNames } from './drive-names';
import { createItemStore, type ItemStore } from './item-store';
import type { FileItem, FolderItem, Item, Person } from './model';
import { foldCase, foldName, type DriveType } from './names';
import type { DriveOwner } from './owner';
import type { Library } from './site';
import { addBytes, descendants } from './tree';
import { contentsOf, versionsOf } from './versions';

/** A tree of items, and whose it is. */
export interface Drive extends ItemStore {
  readonly id: string;
  readonly driveType: DriveType;
  readonly owner: DriveOwner;
  readonly created: number;
  readonly quotaTotal: number;
  /** The ids of the items that have permissions of their own, and of such that are gone. */
  readonly shared: Set<string>;
  /** The ids of folders that are found by what they are for, also of such that are gone. */
  readonly special: Map<string, string>;
  /** The ids of the files that are checked out, and of such that are gone. */
  readonly checkedOut: Set<string>;
  /** The ids of the shortcuts, and of such that are gone. */
  readonly shortcuts: Set<string>;
  readonly library: Library;
  /** Tells this drive's tokens from those of a drive before a reset. */
  readonly epoch: string;
  /** What was removed and can come back, by its id; what was below it then is below it still. */
  readonly bin: ReadonlyMap<string, Item>;
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
export const MOST_VERSIONS: Readonly<Record<DriveType, number>> = {
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
  /** Names are two where only an accent is composed differently; left out, they are one. */
  readonly distinctAccents?: boolean | undefined;
}

export function createDrive(plan: DrivePlan): Drive {
  const { owner, driveType, library, created, by } = plan;
  const { id, marks, numberOf } = createDriveNames(library, driveType);
  const store = createItemStore({
    root: { name: 'root', at: created, by },
    marks,
    numberOf,
    withSha1: driveType === 'personal',
    fold: plan.distinctAccents === true ? foldCase : foldName,
  });
  const bin = new Map<string, Item>();

  return {
    ...store,
    id,
    driveType,
    owner,
    created,
    quotaTotal: QUOTA[driveType],
    shared: new Set(),
    special: new Map(),
    checkedOut: new Set(),
    shortcuts: new Set(),
    library,
    epoch: crypto.randomUUID(),
    bin,
    async remove(item) {
      store.takeOut(item);
      // Nobody can ask a work drive for it again.
      if (driveType === 'personal') bin.set(item.id, item);
      else await disposeBelow(item);
    },
    restore(item, parent, name) {
      bin.delete(item.id);
      store.putBack(item, parent, name);
    },
    replaceContent: (file, content) => replaceContent(file, content, MOST_VERSIONS[driveType]),
    async dispose() {
      await Promise.all([store.root, ...bin.values()].map(disposeBelow));
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
