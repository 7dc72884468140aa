import { secret, SECRET_LENGTH } from '../model/ids';

/** Secrets that open one thing for a limited time: the keys in preauthenticated URLs. */
export interface Grants<T> {
  issue(value: T): string;
  /** The thing, `expired` while the secret is still remembered, or nothing. */
  read(key: string): T | 'expired' | undefined;
}

// Every listing hands out new secrets; the oldest go first when a test lists for hours.
const MOST = 400_000;

export function createGrants<T extends object>(now: () => number, lifetime: number): Grants<T> {
  // A key ends with its place here: a table of so many keys would stop everything whenever it grows.
  const grants: { readonly key: string; readonly value: T; readonly until: number }[] = [];
  let next = 0;
  return {
    issue(value) {
      const key = `${secret()}${next}`;
      grants[next] = { key, value, until: now() + lifetime };
      next = (next + 1) % MOST;
      return key;
    },
    read(key) {
      const grant = grants[Number(key.slice(SECRET_LENGTH))];
      if (grant?.key !== key) return undefined;
      return now() > grant.until ? 'expired' : grant.value;
    },
  };
}
