import { secret } from '../model/ids';

/** Secrets that open one thing for a limited time: the keys in preauthenticated URLs. */
export interface Grants<T> {
  issue(value: T): string;
  /** The thing, `expired` while the secret is still remembered, or nothing. */
  read(key: string): T | 'expired' | undefined;
  clear(): void;
}

// Every listing hands out new secrets; the oldest go first when a test lists for hours.
const MOST = 400_000;

export function createGrants<T extends object>(now: () => number, lifetime: number): Grants<T> {
  const grants = new Map<string, { readonly value: T; readonly until: number }>();
  return {
    issue(value) {
      const key = secret();
      grants.set(key, { value, until: now() + lifetime });
      if (grants.size > MOST) {
        const [oldest] = grants.keys();
        if (oldest !== undefined) grants.delete(oldest);
      }
      return key;
    },
    read(key) {
      const grant = grants.get(key);
      if (grant === undefined) return undefined;
      return now() > grant.until ? 'expired' : grant.value;
    },
    clear: () => grants.clear(),
  };
}
