import { answered, createSealKey, hasDatabase, transact, type Environment } from '../../lib';
import type { StoredEntry } from './entry';

type Surroundings = Pick<Environment, 'database'>;

const ENTRIES = 'entries';
/** Apart, so that what changes often is small. */
const BYTES = 'bytes';
const KEYS = 'keys';
const DATABASE = { name: 'onedrive-control-uploads', stores: [ENTRIES, BYTES, KEYS] };
const SEAL = 'seal';

/** The one key of this browser; made where there is none. @throws where nothing can be kept */
export async function loadSealKey(environment: Surroundings): Promise<CryptoKey> {
  const fresh = await createSealKey();
  return transact(environment, DATABASE, 'readwrite', async (open) => {
    const known = (await answered(open(KEYS).get(SEAL))) as CryptoKey | undefined;
    if (known) return known;
    await answered(open(KEYS).put(fresh, SEAL));
    return fresh;
  });
}

export interface EntryChange {
  readonly id: string;
  /** Undefined: it goes. */
  readonly entry: StoredEntry | undefined;
  /** Undefined: as they are, or none. */
  readonly bytes: ArrayBuffer | undefined;
}

/** In one transaction. @throws where there is no room */
export function writeEntries(environment: Surroundings, changes: readonly EntryChange[]): Promise<void> {
  return transact(environment, DATABASE, 'readwrite', async (open) => {
    const [entries, bytes] = [open(ENTRIES), open(BYTES)];
    const requests = changes.flatMap(({ id, entry, bytes: content }): IDBRequest[] => {
      const isNeeded = entry?.upload?.source.kind === 'bytes';
      return [
        entry ? entries.put(entry, id) : entries.delete(id),
        ...(isNeeded ? (content ? [bytes.put(content, id)] : []) : [bytes.delete(id)]),
      ];
    });
    await Promise.all(requests.map(answered));
  });
}

/** Makes no database where there is none. */
export async function readEntries(environment: Surroundings): Promise<readonly StoredEntry[]> {
  if (!(await hasDatabase(environment, DATABASE))) return [];
  return transact(environment, DATABASE, 'readonly', async (open) => allOf(open(ENTRIES)));
}

export interface TakenEntry {
  readonly entry: StoredEntry;
  readonly bytes: ArrayBuffer | undefined;
}

/** Gives those to a new owner that are still as they were looked for: of two pages that try, one has them. */
export function takeEntries(
  environment: Surroundings,
  owner: string,
  isWanted: (entry: StoredEntry) => boolean,
): Promise<readonly TakenEntry[]> {
  return transact(environment, DATABASE, 'readwrite', async (open) => {
    const [entries, bytes] = [open(ENTRIES), open(BYTES)];
    const wanted = (await allOf(entries)).filter(isWanted);
    return Promise.all(
      wanted.map(async (found) => {
        const entry = { ...found, owner };
        const [content] = await Promise.all([
          answered(bytes.get(entry.id)),
          answered(entries.put(entry, entry.id)),
        ]);
        return { entry, bytes: content as ArrayBuffer | undefined };
      }),
    );
  });
}

async function allOf(store: IDBObjectStore): Promise<readonly StoredEntry[]> {
  return (await answered(store.getAll())) as readonly StoredEntry[];
}
