import { createStore, type ReadableStore } from '../lib';
import type { Account } from './connection';
import type { IdentityClient } from './identity-client';

/** Who can be switched to: the accounts whose tokens are cached here. */
export interface KnownAccounts {
  readonly store: ReadableStore<readonly Account[]>;
  /** Looks again, whenever somebody may have come or gone. */
  read(client: Pick<IdentityClient, 'accounts'>): void;
  has(account: Account): boolean;
  /** Whoever is there now has been seen by the user of this page. */
  acknowledge(): void;
  /** Whoever came since then. */
  isNew(account: Account): boolean;
  /** Their tokens have ended: nobody switches to them without a window any more. */
  expire(account: Account): void;
  isExpired(account: Account): boolean;
  renew(account: Account): void;
}

export function createKnownAccounts(): KnownAccounts {
  const store = createStore<readonly Account[]>([]);
  const expired = new Set<string>();
  let seen: readonly Account[] = [];
  return {
    store,
    read: (client) => {
      const found = client.accounts();
      // Who went and comes again is new.
      seen = seen.filter(({ id }) => found.some((account) => account.id === id));
      if (JSON.stringify(found) !== JSON.stringify(store.get())) store.set(found);
    },
    has: ({ id }) => store.get().some((known) => known.id === id),
    acknowledge: () => {
      seen = store.get();
    },
    isNew: ({ id }) => !seen.some((account) => account.id === id),
    expire: ({ id }) => void expired.add(id),
    isExpired: ({ id }) => expired.has(id),
    renew: ({ id }) => void expired.delete(id),
  };
}
