import { nameKey, type DriveItem } from '../../graph';
import { isCancelled } from '../../lib';
import { callPort } from '../call-port';
import { createSlots } from '../slots';
import type { TransferContext } from '../transfer-context';
import type { FolderReference } from '../types';

/** Items by their keys: at least those of the names that were asked for, as far as there are any. */
export type Existing = ReadonlyMap<string, DriveItem>;

/** What of these names a folder holds already; undefined where that can't be found out. @throws OneDriveError `cancelled` */
export type FindExisting = (
  folder: FolderReference,
  names: readonly string[],
) => Promise<Existing | undefined>;

/** Requests at a time: so many single looks take as long as one page of a listing. */
const AT_ONCE = 4;

const NOTHING = { items: [], isComplete: false };

/** The cheapest way for each folder: what is known, a listing, or single looks where that would take longer. */
export function createFindExisting(context: TransferContext): FindExisting {
  const slots = createSlots(() => AT_ONCE);
  const { ports, signal } = context;
  const inTurn = async <T>(call: () => Promise<T>): Promise<T> => {
    const release = await slots.take(signal, 'small');
    try {
      return await callPort(context, 'preparing', call);
    } finally {
      release();
    }
  };
  const lookUp = async (folder: FolderReference, name: string) => {
    const target = { driveId: folder.driveId, parentId: folder.id, name };
    return inTurn(() => ports.findItem(target, signal));
  };
  return async (folder, names) => {
    const known = ports.knownChildren(folder);
    if (known) return byKey(known);
    try {
      const pages = names.length === 1 ? 0 : Math.ceil(names.length / AT_ONCE);
      const { items, isComplete } =
        pages === 0 ? NOTHING : await inTurn(() => ports.listNames(folder, pages, signal));
      const listed = byKey(items);
      const unknown = isComplete ? [] : names.filter((name) => !listed.has(nameKey(name)));
      const found = await Promise.all(unknown.map((name) => lookUp(folder, name)));
      return new Map([...listed, ...byKey(found.filter((item) => item !== undefined))]);
    } catch (reason) {
      if (isCancelled(reason)) throw reason;
      return undefined;
    }
  };
}

function byKey(items: readonly DriveItem[]): Existing {
  return new Map(items.map((item) => [nameKey(item.name), item]));
}
