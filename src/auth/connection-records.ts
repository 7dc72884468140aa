import type { Environment } from '../lib';
import type { Account, ConnectionScopes } from './connection';
import type { IdentityConfiguration } from './identity-client';

/** What is remembered of a connection beside its tokens. No secret is in it. */
interface ConnectionRecord {
  /** Epoch milliseconds. */
  readonly since?: number | undefined;
  readonly scopes: ConnectionScopes;
}

/** One record for each account of this client, kept where its tokens are, and gone with them. */
export interface ConnectionRecords {
  /** Microsoft is about to ask for these; of whom, is not known where nobody is signed in. */
  ask(account: Account | undefined, scopes: readonly string[]): void;
  /** A token came. What a fresh one does not allow is not allowed any more; a cached one tells only of itself. */
  renew(account: Account, token: TokenScopes): ConnectionRecord;
  /** The same, by the user's own doing: the connection begins, unless it stands. */
  connect(account: Account, token: TokenScopes): ConnectionRecord;
  forget(account: Account): void;
}

interface TokenScopes {
  readonly asked: readonly string[];
  readonly granted: readonly string[];
  readonly isFresh: boolean;
}

export type RecordEnvironment = Pick<Environment, 'now' | 'tabStorage' | 'originStorage'>;

/** OpenID Connect's own: they are part of every sign-in and open no data. */
const OF_SIGN_IN = new Set(['openid', 'profile', 'email', 'offline_access']);

type Holder = Pick<Account, 'id'>;
/** Whoever is about to sign in: their answer may come to another page load. */
const SOMEBODY: Holder = { id: 'somebody' };

const NOTHING: ConnectionRecord = { scopes: { asked: [], granted: [] } };

export function createConnectionRecords(
  { clientId, cacheLocation }: Pick<IdentityConfiguration, 'clientId' | 'cacheLocation'>,
  environment: RecordEnvironment,
): ConnectionRecords {
  const storage = {
    sessionStorage: environment.tabStorage,
    localStorage: environment.originStorage,
    memoryStorage: () => undefined,
  }[cacheLocation ?? 'sessionStorage']();
  const known = new Map<string, ConnectionRecord>();
  const keyOf = ({ id }: Holder) => `onedrive-control.connection.${clientId}.${id}`;
  const read = (account: Holder) => {
    // Another tab may have written, or taken away, what lies in a shared storage.
    const kept = storage ? readRecord(storage.getItem(keyOf(account))) : known.get(account.id);
    const before = known.get(account.id);
    return kept && before && isSame(kept, before) ? before : (kept ?? NOTHING);
  };
  const write = (account: Holder, record: ConnectionRecord) => {
    const before = read(account);
    if (isSame(before, record) && before !== NOTHING) {
      known.set(account.id, before);
      return before;
    }
    known.set(account.id, record);
    try {
      storage?.setItem(keyOf(account), JSON.stringify(record));
    } catch {
      // A storage that is full costs the memory of when it began, not the connection.
    }
    return record;
  };
  const renew: ConnectionRecords['renew'] = (account, { asked, granted, isFresh }) => {
    const { since, scopes } = read(account);
    const told = isFresh ? granted : [...scopes.granted, ...granted];
    return write(account, {
      since,
      scopes: { asked: unite([...scopes.asked, ...asked]), granted: unite(told) },
    });
  };
  const forget = (account: Holder) => {
    known.delete(account.id);
    storage?.removeItem(keyOf(account));
  };
  return {
    ask: (who, asked) => {
      const account = who ?? SOMEBODY;
      const { since, scopes } = read(account);
      write(account, { since, scopes: { ...scopes, asked: unite([...scopes.asked, ...asked]) } });
    },
    renew,
    connect: (account, token) => {
      const asked = [...read(SOMEBODY).scopes.asked, ...token.asked];
      forget(SOMEBODY);
      const record = renew(account, { ...token, asked });
      return record.since === undefined ? write(account, { ...record, since: environment.now() }) : record;
    },
    forget: (account) => {
      forget(account);
      forget(SOMEBODY);
    },
  };
}

/** Each permission once, however it is spelled. */
function unite(scopes: readonly string[]): readonly string[] {
  const seen = new Map(scopes.map((scope) => [scope.toLowerCase(), scope]));
  return [...seen].flatMap(([name, scope]) => (OF_SIGN_IN.has(name) ? [] : scope));
}

/** By what they say: the same object twice tells whoever listens that there is no news. */
function isSame(a: ConnectionRecord, b: ConnectionRecord): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What somebody else has written there is no record of ours. */
function readRecord(text: string | null): ConnectionRecord | undefined {
  try {
    const json: unknown = text === null ? null : JSON.parse(text);
    if (typeof json !== 'object' || json === null) return undefined;
    const since: unknown = Reflect.get(json, 'since');
    const scopes: unknown = Reflect.get(json, 'scopes');
    const list = (name: string) => {
      const value: unknown = typeof scopes === 'object' && scopes !== null ? Reflect.get(scopes, name) : [];
      return Array.isArray(value) ? value.filter((scope) => typeof scope === 'string') : [];
    };
    return {
      since: typeof since === 'number' ? since : undefined,
      scopes: { asked: list('asked'), granted: list('granted') },
    };
  } catch {
    return undefined;
  }
}
