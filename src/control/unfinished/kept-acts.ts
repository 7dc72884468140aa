import { answered, hasDatabase, OneDriveError, transact, type Environment } from '../../lib';
import type { PendingAct } from './pending-act';

type Surroundings = Pick<Environment, 'database' | 'now'>;
type TakingSurroundings = Pick<Environment, 'database' | 'now' | 'lock' | 'randomId'>;

export interface KeptActs {
  readonly clientId: string;
  readonly accountId: string | undefined;
  readonly acts: readonly PendingAct[];
  /** Epoch milliseconds after which nobody wants them any more. */
  readonly until: number;
}

/** Lies beside acts whose files a page reads; not in them, because a file that is put again is written again. */
interface Taken {
  /** The name of the page's lock. */
  readonly takenBy: string;
}

/** Acts that nobody else gets any more. */
interface TakenActs {
  readonly acts: readonly PendingAct[];
  /** Their files are read no more; absent where there are none. */
  readonly release?: () => void;
}

const STORE = 'unfinished';
const DATABASE = { name: 'onedrive-control', stores: [STORE] };
const takenKey = (id: string) => `${id}.taken`;
const NOTHING: TakenActs = { acts: [] };

/** Keeps acts with their files until they are taken. @throws OneDriveError `work-not-kept` */
export async function keepActs(environment: Surroundings, id: string, kept: KeptActs): Promise<void> {
  try {
    await transact(environment, DATABASE, 'readwrite', async (open) => {
      const store = open(STORE);
      await sweep(store, environment.now());
      await answered(store.put(kept, id));
    });
  } catch (cause) {
    throw new OneDriveError('work-not-kept', { cause });
  }
}

/**
 * Hands them out once, whoever else asks: of two tabs with the same id, one has them. Nothing where they are too old.
 * What has files stays where it lies until it is released, or the page is gone: Firefox reads no file whose record is.
 */
export async function takeActs(environment: TakingSurroundings, id: string): Promise<TakenActs> {
  const takenBy = `onedrive-control.acts.${environment.randomId()}`;
  let free: (() => void) | undefined;
  try {
    // First: whoever finds them taken can tell whether this page is still there.
    free = await environment.lock(takenBy);
    const acts = await transact(environment, DATABASE, 'readwrite', async (open) => {
      const store = open(STORE);
      await sweep(store, environment.now());
      const kept = (await answered(store.get(id))) as KeptActs | undefined;
      if (!kept || (await answered(store.get(takenKey(id))))) return [];
      if (kept.acts.some(hasFiles)) await answered(store.put({ takenBy }, takenKey(id)));
      else await answered(store.delete(id));
      return kept.acts;
    });
    if (acts.some(hasFiles)) return { acts, release: () => void dropActs(environment, id).finally(free) };
    free?.();
    return { acts };
  } catch {
    free?.();
    return NOTHING;
  }
}

/** Nobody wants them. What can't be wiped could not be kept either. */
export async function dropActs(environment: Surroundings, id: string): Promise<void> {
  try {
    await transact(environment, DATABASE, 'readwrite', (open) => remove(open(STORE), [id]));
  } catch {
    return;
  }
}

/** Drops those that pages have taken which are gone; for those that live it waits. */
export async function dropTaken(environment: TakingSurroundings, signal: AbortSignal): Promise<void> {
  if (!(await hasDatabase(environment, DATABASE))) return;
  const all = await transact(environment, DATABASE, 'readonly', (open) => readAll(open(STORE)));
  const drop = async ({ id, kept, takenBy }: StoredActs) => {
    if (takenBy === undefined) return;
    const free = await environment.lock(takenBy, signal);
    // Where the browser knows no locks time has to tell.
    if (free || kept.until <= environment.now()) await dropActs(environment, id);
    free?.();
  };
  await Promise.allSettled(all.map(drop));
}

/** Wipes those of an account, and those of pages that never came back. Makes no database where there is none. */
export async function wipeActs(
  environment: Surroundings,
  { clientId, accountId }: Partial<Pick<KeptActs, 'clientId' | 'accountId'>> = {},
): Promise<void> {
  if (!(await hasDatabase(environment, DATABASE))) return;
  const isTheirs = (kept: KeptActs) =>
    accountId !== undefined && kept.clientId === clientId && kept.accountId === accountId;
  await transact(environment, DATABASE, 'readwrite', (open) =>
    sweep(open(STORE), environment.now(), isTheirs),
  );
}

function hasFiles({ kind }: PendingAct): boolean {
  return kind === 'upload' || kind === 'save';
}

interface StoredActs extends Partial<Taken> {
  readonly id: string;
  readonly kept: KeptActs;
}

async function readAll(store: IDBObjectStore): Promise<readonly StoredActs[]> {
  const [keys, values] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll())]);
  const records = new Map(keys.map((key, index) => [key, values[index] as KeptActs | Taken]));
  return [...records].flatMap(([id, kept]) => {
    if (typeof id !== 'string' || 'takenBy' in kept) return [];
    const taken = records.get(takenKey(id));
    return { id, kept, ...(taken && 'takenBy' in taken && taken) };
  });
}

/** Of pages that never came back, and whatever else nobody wants. */
async function sweep(
  store: IDBObjectStore,
  now: number,
  isUnwanted: (kept: KeptActs) => boolean = () => false,
): Promise<void> {
  const all = await readAll(store);
  const isOld = ({ kept, takenBy }: StoredActs) => kept.until <= now && takenBy === undefined;
  const old = all.filter((one) => isOld(one) || isUnwanted(one.kept));
  await remove(
    store,
    old.map(({ id }) => id),
  );
}

async function remove(store: IDBObjectStore, ids: readonly string[]): Promise<void> {
  await Promise.all(ids.flatMap((id) => [id, takenKey(id)]).map((key) => answered(store.delete(key))));
}
