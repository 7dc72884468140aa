import type { DriveItem } from '../graph';
import type { FolderContents } from './folder-contents';
import type { PathFolder } from './folder-browser';
import { folderKey } from './folder-key';
import { itemKey } from './item-key';

const FOLDERS = 30;
const ITEMS = 150_000;

/** The last listings, shown at once when a folder is opened again, while it is listed anew. */
export interface ListingCache {
  get(folder: PathFolder): FolderContents | undefined;
  set(folder: PathFolder, contents: FolderContents): void;
  /** What writes have come to, wherever it is shown next. */
  apply(changed: readonly DriveItem[], removed: readonly string[]): void;
  clear(): void;
}

export function createListingCache(): ListingCache {
  const listings = new Map<string, FolderContents>();
  const count = () => [...listings.values()].reduce((sum, contents) => sum + contents.length, 0);
  return {
    get: (folder) => listings.get(folderKey(folder)),
    set: (folder, contents) => {
      const key = folderKey(folder);
      listings.delete(key);
      listings.set(key, contents);
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
