/**
 * What MSAL keeps in a storage that it shares with other clients and other tabs, as far as we have to touch it ourselves.
 * Its own `clearCache` and `logoutPopup` wipe an account's tokens of all clients of the origin, and two tabs that write
 * its lists at once lose entries (auth.md 4.3). A test holds the keys against those that MSAL writes.
 */
export interface MsalCache {
  /** Ids of the accounts for which this client can get tokens: an id token alone may be lost, and comes again. */
  accountIds(): ReadonlySet<string>;
  /** The one that MSAL holds for active. */
  activeId(): string | undefined;
  /** Another one after each renewal, in whatever tab: the refresh token is the last that MSAL stores. */
  stampOf(accountId: string): string;
  /** Puts back into MSAL's lists what is stored, and was lost from them. */
  repair(): void;
  /** Takes away all that this client has of an account, and nothing of another client or account. */
  wipe(accountId: string): void;
}

type CacheStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const SCHEMA = 'msal.3';
const ACCOUNT_LIST = `${SCHEMA}.account.keys`;

/** As MSAL names its lists of tokens. */
type TokenType = 'idToken' | 'accessToken' | 'refreshToken';

interface Token {
  readonly key: string;
  readonly accountId: string;
  readonly type: TokenType;
  readonly clientId: string;
}

export function createMsalCache(storage: CacheStorage, clientId: string): MsalCache {
  const own = clientId.toLowerCase();
  const tokenList = `${SCHEMA}.token.keys.${clientId}`;
  const keys = () => Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  const tokens = () => keys().flatMap((key) => readToken(key) ?? []);
  const ownTokens = () => tokens().filter((token) => token.clientId === own);
  const tokensOf = (accountId: string) => {
    const id = accountId.toLowerCase();
    return ownTokens().filter((token) => token.accountId === id);
  };

  const writeAccounts = (list: readonly string[]) => write(storage, ACCOUNT_LIST, list, list.length > 0);
  const writeTokens = (tokens: readonly Token[]) => {
    const keysOf = (type: TokenType) => tokens.filter((token) => token.type === type).map(({ key }) => key);
    const lists: Record<TokenType, readonly string[]> = {
      idToken: keysOf('idToken'),
      accessToken: keysOf('accessToken'),
      refreshToken: keysOf('refreshToken'),
    };
    write(storage, tokenList, lists, tokens.length > 0);
  };

  return {
    accountIds: () =>
      new Set(ownTokens().flatMap(({ type, accountId }) => (type === 'accessToken' ? [] : accountId))),
    activeId: () => readActive(storage.getItem(`msal.${clientId}.active-account-filters`)),
    stampOf: (accountId) =>
      tokensOf(accountId)
        .flatMap(({ key, type }) => (type === 'refreshToken' ? (storage.getItem(key) ?? []) : []))
        .join(),
    repair: () => {
      const stored = ownTokens();
      writeTokens(stored);
      const ids = new Set(stored.map(({ accountId }) => accountId));
      const accounts = keys().filter((key) => ids.has(accountOf(key) ?? ''));
      const listed = readList(storage.getItem(ACCOUNT_LIST));
      writeAccounts([...new Set([...listed, ...accounts])]);
    },
    wipe: (accountId) => {
      const id = accountId.toLowerCase();
      for (const { key } of tokensOf(id)) storage.removeItem(key);
      writeTokens(ownTokens());
      // What another client has of the same person needs the account.
      if (!tokens().some((token) => token.accountId === id)) {
        const accounts = keys().filter((key) => accountOf(key) === id);
        for (const key of accounts) storage.removeItem(key);
        const listed = readList(storage.getItem(ACCOUNT_LIST));
        writeAccounts(listed.filter((key) => accountOf(key) !== id));
      }
      if (ownTokens().length > 0) return;
      for (const key of keys()) if (isOfClient(key, own)) storage.removeItem(key);
    },
  };
}

/** `msal.3|<account>|<environment>|<type>|<client>|…` */
function readToken(key: string): Token | undefined {
  const [schema, accountId, , word = '', clientId] = key.toLowerCase().split('|');
  const type = readType(word);
  if (schema !== SCHEMA || !accountId || !clientId || !type) return undefined;
  return { key, accountId, type, clientId };
}

function readType(word: string): TokenType | undefined {
  if (word === 'idtoken') return 'idToken';
  if (word === 'refreshtoken') return 'refreshToken';
  // One that is bound to a key has its scheme behind it.
  return word.startsWith('accesstoken') ? 'accessToken' : undefined;
}

/** `msal.3|<account>|<environment>|<tenant>`, which all clients of the origin share. */
function accountOf(key: string): string | undefined {
  const parts = key.toLowerCase().split('|');
  return parts.length === 4 && parts[0] === SCHEMA ? parts[1] : undefined;
}

/** The active account, requests under way, telemetry: MSAL has the client in their keys. */
function isOfClient(key: string, clientId: string): boolean {
  return (
    /^(msal|server-telemetry|throttling|appmetadata)[.-]/.test(key) && key.toLowerCase().includes(clientId)
  );
}

function readList(json: string | null): readonly string[] {
  const list = readJson(json);
  return Array.isArray(list) ? list.filter((key) => typeof key === 'string') : [];
}

function readActive(json: string | null): string | undefined {
  const filters = readJson(json);
  const id: unknown = typeof filters === 'object' && filters && Reflect.get(filters, 'homeAccountId');
  return typeof id === 'string' ? id : undefined;
}

/** What can't be read counts for nothing, and is made anew: MSAL itself would fail of it on every page load. */
function readJson(json: string | null): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return undefined;
  }
}

/** The same in another order is no news: two tabs that corrected each other's order would never come to an end. */
function write(storage: CacheStorage, key: string, value: object, hasAny: boolean): void {
  const json = JSON.stringify(value);
  if (!hasAny) storage.removeItem(key);
  else if (wordsOf(storage.getItem(key)) !== wordsOf(json)) storage.setItem(key, json);
}

function wordsOf(json: string | null): string {
  return (json ?? '')
    .split(/[[\]{},:]/)
    .sort()
    .join();
}
