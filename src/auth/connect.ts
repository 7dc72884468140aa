import { isCancelled, OneDriveError, toOneDriveError, untilAborted, type Environment } from '../lib';
import type { ConnectOptions } from './connection';
import { connectedBy, type ConnectionState } from './connection-state';
import type { ChallengeMemory } from './challenge-memory';
import type { IdentityClient, IssuedToken } from './identity-client';
import type { Scopes } from './scopes';
import { isTenantUnknown } from './tenant-check';

export interface ConnectParts {
  readonly identity: () => Promise<IdentityClient>;
  readonly state: ConnectionState;
  readonly scopes: Scopes;
  readonly challenges: ChallengeMemory;
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
  { access = 'read', selectAccount = false }: ConnectOptions,
  signal: AbortSignal,
): Promise<IssuedToken> {
  const client = await parts.identity();
  const account = selectAccount ? undefined : parts.state.account();
  const claims = account && parts.challenges.of(account);
  const request = { scopes: parts.scopes[access], selectAccount, account, claims };
  const issued = await Promise.race([client.signIn(request), rejectUnknownTenant(parts, client, signal)]);
  if (!signal.aborted) {
    // Another account takes the place of the one before; left in the cache, it would be back after a reload.
    const before = parts.state.account();
    if (before && before.id !== issued.account.id) await client.forget(before);
    return issued;
  }
  // The window succeeded after it was given up: the library has stored an account that nobody wants.
  const wanted = parts.state.isConnecting() || parts.state.account()?.id === issued.account.id;
  if (!wanted) await client.forget(issued.account);
  throw new OneDriveError('cancelled');
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
