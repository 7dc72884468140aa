import { answered, hasDatabase, OneDriveError, transact, type Environment } from '../../lib';
import type { PendingAct } from './pending-act';

type Surroundings = Pick<Environment, 'database' | 'now'>;

export interface KeptActs {
  readonly clientId: string;
  readonly accountId: string | undefined;
  readonly acts: readonly PendingAct[];
  /** Epoch milliseconds after which nobody wants them any more. */
  readonly until: number;
}

const STORE = 'unfinished';
const DATABASE = { name: 'onedrive-control', stores: [STORE] };

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

/** Hands them out once, whoever else asks: of two tabs with the same id, one has them. Nothing where they are too old. */
export async function takeActs(environment: Surroundings, id: string): Promise<readonly PendingAct[]> {
  try {
    return await transact(environment, DATABASE, 'readwrite', async (open) => {
      const store = open(STORE);
      await sweep(store, environment.now());
      const kept = (await answered(store.get(id))) as KeptActs | undefined;
      if (kept) await answered(store.delete(id));
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
  if (!(await hasDatabase(environment, DATABASE))) return;
  const isTheirs = (kept: KeptActs) =>
    accountId !== undefined && kept.clientId === clientId && kept.accountId === accountId;
  await transact(environment, DATABASE, 'readwrite', (open) =>
    sweep(open(STORE), environment.now(), isTheirs),
  );
}

/** Of pages that never came back, and whatever else nobody wants. */
async function sweep(
  store: IDBObjectStore,
  now: number,
  isUnwanted: (kept: KeptActs) => boolean = () => false,
): Promise<void> {
  const [keys, values] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll())]);
  const kept = values as readonly KeptActs[];
  const old = keys.filter((_key, index) => {
    const one = kept[index];
    return !one || one.until <= now || isUnwanted(one);
  });
  await Promise.all(old.map((key) => answered(store.delete(key))));
}
