import type { DriveItem, ItemReference } from '../graph';
import type { FolderContents } from './folder-contents';
import { itemKey } from './item-key';

const FOLDERS = 30;
const ITEMS = 150_000;

/** The last listings, shown at once when a folder is opened again, while it is listed anew. */
export interface ListingCache {
  get(folder: ItemReference): FolderContents | undefined;
  set(folder: ItemReference, contents: FolderContents): void;
  /** What writes have come to, wherever it is shown next. */
  apply(changed: readonly DriveItem[], removed: readonly string[]): void;
  clear(): void;
}

export function createListingCache(): ListingCache {
  const listings = new Map<string, FolderContents>();
  const count = () => [...listings.values()].reduce((sum, contents) => sum + contents.length, 0);
  return {
    get: (folder) => listings.get(itemKey(folder)),
    set: (folder, contents) => {
      listings.delete(itemKey(folder));
      listings.set(itemKey(folder), contents);
      // A Map iterates in the order of insertion: the first is the one not seen for longest.
      for (const oldest of listings.keys()) {
        if (listings.size <= FOLDERS && count() <= ITEMS) break;
        listings.delete(oldest);
      }
    },
    apply: (changed, removed) => {
      const ids = new Set([...removed, ...changed.map(({ id }) => id)]);
      for (const [key, contents] of listings) {
        const here = changed.filter((item) => keyOfParent(item) === key);
        const others = contents.filter(({ id }) => !ids.has(id));
        if (here.length > 0 || others.length < contents.length) listings.set(key, [...others, ...here]);
      }
    },
    clear: () => listings.clear(),
  };
}

function keyOfParent({ driveId, parentReference }: DriveItem): string {
  return itemKey({ driveId: parentReference.driveId ?? driveId, id: parentReference.id ?? '' });
}
