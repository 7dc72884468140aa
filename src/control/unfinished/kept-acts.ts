import { OneDriveError, type Environment } from '../../lib';
import type { PendingAct } from './pending-act';

type Surroundings = Pick<Environment, 'database' | 'now'>;

export interface KeptActs {
  readonly clientId: string;
  readonly accountId: string | undefined;
  readonly acts: readonly PendingAct[];
  /** Epoch milliseconds after which nobody wants them any more. */
  readonly until: number;
}

const DATABASE = 'onedrive-control';
const STORE = 'unfinished';

/** Keeps acts with their files until they are taken. @throws OneDriveError `work-not-kept` */
export async function keepActs(environment: Surroundings, id: string, kept: KeptActs): Promise<void> {
  try {
    await transact(environment, 'readwrite', async (store) => {
      await sweep(store, environment.now());
      await settled(store.put(kept, id));
    });
  } catch (cause) {
    throw new OneDriveError('work-not-kept', { cause });
  }
}

/** Hands them out once, whoever else asks: of two tabs with the same id, one has them. Nothing where they are too old. */
export async function takeActs(environment: Surroundings, id: string): Promise<readonly PendingAct[]> {
  try {
    return await transact(environment, 'readwrite', async (store) => {
      await sweep(store, environment.now());
      const kept = (await settled(store.get(id))) as KeptActs | undefined;
      if (kept) await settled(store.delete(id));
      return kept?.acts ?? [];
    });
  } catch {
    return [];
  }
}

/** Wipes those of an account, and those of pages that never came back. Makes no database where there is none. */
export async function wipeActs(
  environment: Surroundings,
  { clientId, accountId }: Partial<Pick<KeptActs, 'clientId' | 'accountId'>> = {},
): Promise<void> {
  const databases = await environment.database()?.databases();
  if (!databases?.some(({ name }) => name === DATABASE)) return;
  const isTheirs = (kept: KeptActs) =>
    accountId !== undefined && kept.clientId === clientId && kept.accountId === accountId;
  await transact(environment, 'readwrite', (store) => sweep(store, environment.now(), isTheirs));
}

/** Of pages that never came back, and whatever else nobody wants. */
async function sweep(
  store: IDBObjectStore,
  now: number,
  isUnwanted: (kept: KeptActs) => boolean = () => false,
): Promise<void> {
  const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
  const kept = values as readonly KeptActs[];
  const old = keys.filter((_key, index) => {
    const one = kept[index];
    return !one || one.until <= now || isUnwanted(one);
  });
  await Promise.all(old.map((key) => settled(store.delete(key))));
}

async function transact<T>(
  environment: Surroundings,
  mode: IDBTransactionMode,
  run: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const factory = environment.database();
  if (!factory) throw new TypeError('The browser keeps nothing for this page.');
  const opening = factory.open(DATABASE, 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(STORE));
  const database = await settled(opening);
  try {
    const transaction = database.transaction(STORE, mode);
    const end = new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error ?? new TypeError('aborted')));
    });
    const [result] = await Promise.all([run(transaction.objectStore(STORE)), end]);
    return result;
  } finally {
    database.close();
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new TypeError('failed')));
  });
}
