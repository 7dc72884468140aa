import type { AccountInfo } from '@azure/msal-browser';
import type { Environment } from '../lib';
import type { Account } from './connection';
import { isMeant, keyOfHint } from './msal-hint';
import type { IdentityConfiguration } from './identity-client';
import { environmentOf, type SharedApplication } from './msal-application';
import { createMsalCache, type MsalCache } from './msal-cache';
import { createTabChoice } from './tab-choice';

/** Who is signed in here: for this client and this cloud, whatever else the pages of the origin keep. */
export interface MsalAccounts {
  list(): readonly AccountInfo[];
  find(account: Account): AccountInfo | undefined;
  /** Whom the page has to do with: where it says who its user is, nobody else but whom they chose on it by hand. */
  active(): AccountInfo | undefined;
  activate(account: Account): void;
  /** Wipes what is kept of the account for this client, wherever it is kept. */
  forget(account: Account): Promise<void>;
  /** Looks for those who came and went in other tabs, where these share what is stored. */
  catchUp(): Promise<void>;
  /** Calls back after somebody came or went: in another control of the page, or in another tab. */
  onChange(listener: () => void): () => void;
}

export type AccountEnvironment = Pick<Environment, 'tabStorage' | 'originStorage' | 'onStored'>;

/** Where something of this client may lie, also from a time when it was told to keep its tokens elsewhere. */
export interface MsalCaches {
  readonly all: readonly MsalCache[];
  /** The one that several tabs write at once. */
  readonly common: MsalCache | undefined;
}

export function openCaches(
  { clientId, cacheLocation }: IdentityConfiguration,
  { tabStorage, originStorage }: AccountEnvironment,
): MsalCaches {
  const open = (storage: Storage | undefined) => (storage ? [createMsalCache(storage, clientId)] : []);
  const common = open(originStorage());
  return {
    all: [...open(tabStorage()), ...common],
    common: cacheLocation === 'localStorage' ? common[0] : undefined,
  };
}

interface AccountParts {
  readonly configuration: IdentityConfiguration;
  readonly caches: MsalCaches;
  readonly environment: AccountEnvironment;
}

export function createMsalAccounts(
  shared: SharedApplication,
  { configuration, caches, environment }: AccountParts,
): MsalAccounts {
  const { common } = caches;
  const host = environmentOf(configuration);
  const hint = keyOfHint(configuration);
  const choice = createTabChoice(common && environment.tabStorage(), configuration.clientId);

  // Accounts of another cloud (or of the emulator) on the same origin are none of ours. MSAL compares by aliases:
  // it stores those of login.microsoftonline.com under login.windows.net. Accounts are shared by all clients of an
  // origin; only the tokens are this client's own.
  const read = (id?: string) =>
    shared.current().getAllAccounts({ environment: host, ...(id !== undefined && { homeAccountId: id }) });
  /** MSAL deletes the tokens of whoever it has read only half, so that it is asked for those it knows, one by one. */
  const readKnown = (cache: MsalCache) => {
    cache.repair();
    const known = [...cache.accountIds()].filter((id) => shared.knows().has(id));
    return known.flatMap((id) => read(id).slice(0, 1));
  };
  const list = () => (common ? readKnown(common) : onePerPerson(read().filter(({ idToken }) => idToken)));
  const of = (id: string | undefined, all = list()) => all.find(({ homeAccountId }) => homeAccountId === id);
  const find = ({ id }: Account) => of(id);
  const activeId = () => (common ? common.activeId() : shared.current().getActiveAccount()?.homeAccountId);
  /** MSAL reads a shared storage only once, and what another tab announces before it is there it forgets (auth.md 4.3). */
  const isBehind = (cache: MsalCache) => {
    cache.repair();
    const ids = cache.accountIds();
    const isUnread = (id: string) => shared.current().getAllAccounts({ homeAccountId: id }).length === 0;
    return !isSame(ids, shared.knows()) || [...ids].some(isUnread);
  };
  const catchUp = async () => {
    if (!common) return;
    // One that was under way may have read the storage before; the next one has not.
    for (let left = 2; left > 0 && isBehind(common); left -= 1) await shared.renew();
    const chosen = choice.get();
    // Whom this tab worked with was disconnected in another one: nobody is chosen for it, should they come again.
    if (chosen !== undefined && !of(chosen) && !isBehind(common)) choice.clear();
  };
  return {
    list,
    find,
    catchUp,
    active: () => {
      const all = list();
      const last = of(choice.get(), all) ?? of(activeId(), all);
      if (!hint) return last;
      const stays = last && (shared.chosen.get(hint) === last.homeAccountId || isMeant(last, configuration));
      return stays ? last : all.find((info) => isMeant(info, configuration));
    },
    activate: (account) => {
      if (hint) shared.chosen.set(hint, account.id);
      shared.current().setActiveAccount(find(account) ?? null);
      choice.set(account.id);
      shared.tell();
    },
    forget: async (account) => {
      if (activeId() === account.id) shared.current().setActiveAccount(null);
      if (choice.get() === account.id) choice.clear();
      for (const cache of caches.all) cache.wipe(account.id);
      // What is left is in memory: MSAL's own means wipe it, but would reach into a storage that others share.
      const info = common ? undefined : find(account);
      if (info) await shared.current().clearCache({ account: info });
      await catchUp();
      shared.tell();
    },
    onChange: (listener) => {
      if (!common) return shared.onChange(listener);
      const look = afterCatchingUp(catchUp, listener);
      const ends = [shared.onChange(look), environment.onStored(look)];
      return () => ends.forEach((end) => end());
    },
  };
}

/** A sign-in is stored key by key: one look at a time, and one more where something came meanwhile. */
function afterCatchingUp(catchUp: () => Promise<void>, tell: () => void): () => void {
  let looking = false;
  let again = false;
  const look = async () => {
    do {
      again = false;
      await catchUp();
      tell();
    } while (again);
  };
  const end = () => {
    looking = false;
  };
  return () => {
    again = true;
    if (looking) return;
    looking = true;
    // What can't be read now is looked for with the next change.
    look().then(end, end);
  };
}

/** Guests of other tenants have a profile in each of them. */
function onePerPerson(infos: readonly AccountInfo[]): readonly AccountInfo[] {
  return infos.filter(
    ({ homeAccountId }, index) => index === infos.findIndex((info) => info.homeAccountId === homeAccountId),
  );
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}
