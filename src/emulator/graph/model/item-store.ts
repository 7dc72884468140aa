import { createChangeLog } from './change-log';
import type { Content } from './content';
import { createItemIndex, type ItemIndex } from './item-index';
import type { Birth, FileItem, FolderItem, Item, RemoteItem, RemoteTarget } from './model';
import type { Fold } from './names';
import { newFile, newFolder, newRemote, type Birthmarks } from './new-item';
import type { Series } from './series';
import { sow } from './series-file';
import { addBytes, descendants, sizeOf } from './tree';

/** A tree of items; their index, the sizes of its folders and the log of its changes are kept with it. */
export interface ItemStore {
  readonly root: FolderItem;
  readonly items: ItemIndex;
  /** How many changes there have been. */
  sequence(): number;
  /** Says when the last changes were made. */
  noteTime(at: number): void;
  /** How many changes there had been before a time. */
  sequenceAt(time: number): number;
  /** What has changed since so many changes, oldest first; what was removed is among it. */
  changedSince(count: number): Iterable<Item>;
  /** Counts a change of the item. */
  stamp(item: Item): void;
  addFolder(parent: FolderItem, birth: Birth): FolderItem;
  addFile(parent: FolderItem, birth: Birth, content: Content): FileItem;
  addRemote(parent: FolderItem, birth: Birth, target: RemoteTarget): RemoteItem;
  /** Fills an empty folder. */
  addSeries(parent: FolderItem, series: Series): void;
  /** Puts an item under another parent or name; neither may be taken. */
  place(item: Item, parent: FolderItem, name: string): void;
}

interface RemovingItemStore extends ItemStore {
  /** Takes the item and all below it out of the tree. */
  takeOut(item: Item): void;
  /** Brings what was taken out back; the name must be free. */
  putBack(item: Item, parent: FolderItem, name: string): void;
}

interface StorePlan {
  readonly root: Birth;
  readonly marks: (number: number) => Birthmarks;
  readonly numberOf: (id: string) => number | undefined;
  /** Whether the hashes of planted files have SHA-1 among them. */
  readonly withSha1: boolean;
  /** By which names are compared. */
  readonly fold: Fold;
}

export function createItemStore(plan: StorePlan): RemovingItemStore {
  const { root: birth, marks, numberOf, withSha1, fold } = plan;
  const root = newFolder(marks(0), null, birth, fold);
  const items = createItemIndex(numberOf);
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
    root,
    items,
    sequence: () => log.length,
    noteTime: (at) => log.noteTime(at),
    sequenceAt: (time) => log.lengthBefore(time),
    changedSince: (count) => log.since(count),
    stamp: (item) => log.stamp(item),
    addFolder: (parent, from) => adopt(newFolder(nextMarks(), parent, from, fold), parent),
    addFile: (parent, from, content) => adopt(newFile(nextMarks(), parent, from, content), parent),
    addRemote: (parent, from, target) => adopt(newRemote(nextMarks(), parent, from, target), parent),
    addSeries(parent, series) {
      const files = sow({ series, first: born + 1, marks, withSha1 }, parent, birth.by);
      born += series.length;
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
      if (item.parent !== null && item.parent !== parent) {
        const from = item.parent;
        const before = (item.left ?? []).filter(({ folder }) => folder !== from);
        item.left = [...before, { folder: from, at: item.changed }];
      }
      joinParent(item, parent);
    },
    takeOut(item) {
      leaveParent(item);
      for (const gone of descendants(item)) {
        gone.removed = true;
        items.delete(gone);
        log.stamp(gone);
      }
    },
    putBack(item, parent, name) {
      item.name = name;
      for (const each of descendants(item)) enter(each);
      joinParent(item, parent);
    },
  };
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
