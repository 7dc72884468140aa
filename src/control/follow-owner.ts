import { accountOf, type Connection } from '../auth';
import type { Reach } from '../graph';
import type { ReadableStore } from '../lib';

/** Whose the drives are is asked anew for whoever signs in. */
export function followOwner(connection: ReadableStore<Connection>, reach: Pick<Reach, 'forget'>): () => void {
  let before = accountOf(connection.get())?.id;
  return connection.subscribe(() => {
    const now = accountOf(connection.get())?.id;
    if (now !== before) reach.forget();
    before = now;
  });
}
