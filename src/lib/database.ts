import type { Environment } from './environment';

/** A database of ours, with stores that take their keys from outside. */
interface DatabaseShape {
  readonly name: string;
  readonly stores: readonly string[];
}

type Surroundings = Pick<Environment, 'database'>;
type OpenStore = (name: string) => IDBObjectStore;

/** Runs within one transaction over all stores. @throws where the browser keeps nothing, or has no room */
export async function transact<T>(
  environment: Surroundings,
  { name, stores }: DatabaseShape,
  mode: IDBTransactionMode,
  run: (store: OpenStore) => Promise<T>,
): Promise<T> {
  const factory = environment.database();
  if (!factory) throw new TypeError('The browser keeps nothing for this page.');
  const opening = factory.open(name, 1);
  opening.addEventListener('upgradeneeded', () => {
    for (const store of stores) opening.result.createObjectStore(store);
  });
  const database = await answered(opening);
  try {
    const transaction = database.transaction([...stores], mode);
    const end = new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error ?? new TypeError('aborted')));
    });
    const [result] = await Promise.all([run((store) => transaction.objectStore(store)), end]);
    return result;
  } finally {
    database.close();
  }
}

/** Whether it was ever made: what only cleans up makes none. */
export async function hasDatabase(environment: Surroundings, { name }: DatabaseShape): Promise<boolean> {
  const databases = await environment.database()?.databases();
  return databases?.some((database) => database.name === name) ?? false;
}

export function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new TypeError('failed')));
  });
}
