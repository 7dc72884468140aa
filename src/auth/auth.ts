import { toOneDriveError, untilAborted, type Environment, type ReadableStore } from '../lib';
import type { AccessTokenProvider } from './access-token-provider';
import { acquireToken } from './acquire-token';
import { createChallengeMemory } from './challenge-memory';
import { createConnecting } from './connect';
import type { Account, Connection, ConnectOptions, DisconnectOptions, SignInOwner } from './connection';
import { connectedBy, createConnectionState } from './connection-state';
import { followOthers } from './follow-others';
import type { IdentityClient } from './identity-client';
import { createIdentityLoader } from './identity-loader';
import { createKnownAccounts } from './known-accounts';
import { resolveScopes } from './scopes';

/** Signing in and out, and the tokens that come of it. */
export interface Auth extends AccessTokenProvider {
  readonly owner: SignInOwner;
  readonly connection: ReadableStore<Connection>;
  /** All who are signed in here, the active one among them; of a host that signs in itself nothing is known. */
  readonly accounts: ReadableStore<readonly Account[]>;
  /** Opens the sign-in window, or asks the host. A second call takes over from one that hangs. @throws OneDriveError */
  connect(options?: ConnectOptions): Promise<void>;
  /** Gives up waiting at once and closes the window. */
  cancelConnect(): void;
  /** Ends the active account; the others stay. */
  disconnect(options?: DisconnectOptions): Promise<void>;
}

export interface AuthOptions {
  /** Loads the identity library: at once, and again by `connect` where that failed. */
  readonly loadIdentity: () => Promise<IdentityClient>;
  readonly authority: string;
  readonly scopes?: readonly string[] | undefined;
  readonly environment: Pick<Environment, 'fetch'>;
}

/** Signing in over an identity library that is loaded by itself; `createMsalAuth` makes it of MSAL. */
export function createAuth({ loadIdentity, authority, scopes: named, environment }: AuthOptions): Auth {
  const scopes = resolveScopes(named);
  const state = createConnectionState();
  const challenges = createChallengeMemory();
  const accounts = createKnownAccounts();
  const parts = { state, scopes, challenges, accounts, authority, environment };
  const loader = createIdentityLoader(async () => {
    const client = await loadIdentity();
    client.onChange(() => followOthers(parts, client, end));
    return client;
  });
  const connecting = createConnecting({ ...parts, identity: () => loader.getAgain() });

  const end = () => {
    connecting.cancel();
    challenges.forget();
    state.settle({ state: 'signed-out' });
  };

  void loader.get().then(
    (client) => {
      const account = client.currentAccount();
      accounts.read(client);
      return state.learn(account ? connectedBy({ account }) : { state: 'signed-out' });
    },
    (reason: unknown) => state.learn({ state: 'signed-out', error: toOneDriveError(reason) }),
  );

  return {
    owner: 'control',
    connection: state.connection,
    accounts: accounts.store,
    connect: (options) => connecting.connect(options),
    cancelConnect: () => {
      if (connecting.cancel()) state.close();
    },
    disconnect: async ({ signOut = false } = {}) => {
      const account = state.account();
      end();
      if (!account) return;
      const client = await loader.get();
      await (signOut ? client.signOut(account) : client.forget(account)).finally(() => accounts.read(client));
    },
    getAccessToken: (request) =>
      untilAborted(acquireToken({ ...parts, identity: () => loader.get() }, request), request.signal),
    reportRefused: (error) => {
      const account = state.account();
      if (!account) return;
      challenges.keep(account, error.claims);
      state.learn({ state: 'expired', account, error });
    },
  };
}
