import { isCancelled, OneDriveError, toOneDriveError, untilAborted, type Environment } from '../lib';
import type { ConnectOptions } from './connection';
import { connectedBy, type ConnectionState } from './connection-state';
import type { ChallengeMemory } from './challenge-memory';
import type { IdentityClient, IssuedToken } from './identity-client';
import type { KnownAccounts } from './known-accounts';
import type { Scopes } from './scopes';
import { isTenantUnknown } from './tenant-check';

export interface ConnectParts {
  readonly identity: () => Promise<IdentityClient>;
  readonly state: ConnectionState;
  readonly scopes: Scopes;
  readonly challenges: ChallengeMemory;
  readonly accounts: KnownAccounts;
  readonly authority: string;
  readonly environment: Pick<Environment, 'fetch'>;
}

export interface Connecting {
  connect(options?: ConnectOptions): Promise<void>;
  /** Gives up the attempt that runs and closes its window. True where there was one. */
  cancel(): boolean;
}

/** One attempt to sign in counts at a time; an older one ends at once, and its late result changes nothing. */
export function createConnecting(parts: ConnectParts): Connecting {
  const { state, challenges, identity } = parts;
  let current: AbortController | undefined;
  return {
    connect: async (options = {}) => {
      current?.abort();
      const mine = new AbortController();
      current = mine;
      state.open();
      try {
        const issued = await untilAborted(signIn(parts, options, mine.signal), mine.signal);
        challenges.forget();
        state.settle(connectedBy(issued));
      } catch (reason) {
        const error = toOneDriveError(reason);
        if (current === mine && isCancelled(error)) state.close();
        else if (current === mine) state.fail(error);
        throw error;
      } finally {
        if (current === mine) current = undefined;
      }
    },
    cancel: () => {
      if (!current) return false;
      current.abort();
      current = undefined;
      void identity().then(
        (client) => client.closeWindow(),
        () => undefined,
      );
      return true;
    },
  };
}

async function signIn(
  parts: ConnectParts,
  options: ConnectOptions,
  signal: AbortSignal,
): Promise<IssuedToken> {
  const client = await parts.identity();
  const issued =
    (await switchTo(parts, client, options)) ?? (await openWindow(parts, client, options, signal));
  if (!signal.aborted) {
    client.activate(issued.account);
    parts.accounts.renew(issued.account);
    parts.accounts.read(client);
    return issued;
  }
  // The window succeeded after it was given up: the library has stored an account that nobody wants.
  const wanted = parts.state.isConnecting() || parts.accounts.has(issued.account);
  if (!wanted) await client.forget(issued.account);
  throw new OneDriveError('cancelled');
}

/** Somebody who is signed in here already needs no window, unless their tokens have ended. */
async function switchTo(
  { state, scopes, challenges, accounts }: ConnectParts,
  client: IdentityClient,
  { access = 'read', account }: ConnectOptions,
): Promise<IssuedToken | undefined> {
  if (!account || account.id === state.account()?.id || !accounts.has(account)) return undefined;
  // Asked again, the window has to follow the click at once: the browser would block it after another wait.
  if (accounts.isExpired(account)) return undefined;
  try {
    return await client.acquireToken({ scopes: scopes[access], account });
  } catch (reason) {
    const error = toOneDriveError(reason);
    if (error.code !== 'sign-in-needed') throw error;
    challenges.keep(account, error.claims);
    accounts.expire(account);
    return undefined;
  }
}

function openWindow(
  parts: ConnectParts,
  client: IdentityClient,
  { access = 'read', selectAccount = false, account: wanted }: ConnectOptions,
  signal: AbortSignal,
): Promise<IssuedToken> {
  const account = selectAccount ? undefined : (wanted ?? parts.state.account());
  const claims = account && parts.challenges.of(account);
  const request = { scopes: parts.scopes[access], selectAccount, account, claims };
  return Promise.race([client.signIn(request), rejectUnknownTenant(parts, client, signal)]);
}

/**
 * Microsoft shows an unknown tenant in its own window and never comes back, so it is asked for beside it.
 * Never resolves; any doubt leaves the window alone.
 */
async function rejectUnknownTenant(
  { authority, environment }: ConnectParts,
  client: IdentityClient,
  signal: AbortSignal,
): Promise<never> {
  if ((await isTenantUnknown(authority, environment)) && !signal.aborted) {
    client.closeWindow();
    throw new OneDriveError('tenant-unknown', { serviceCode: 'AADSTS90002' });
  }
  return new Promise<never>(() => undefined);
}
