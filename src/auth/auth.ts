import {
  createStore,
  isCancelled,
  OneDriveError,
  toOneDriveError,
  type Environment,
  type ReadableStore,
} from '../lib';
import type { AccessTokenProvider } from './access-token-provider';
import type { Account, Connection, ConnectOptions, DisconnectOptions } from './connection';
import type { IdentityClient, IssuedToken } from './identity-client';
import { resolveScopes } from './scopes';
import { isTenantUnknown } from './tenant-check';

/** Signing in and out, and the tokens that come of it. */
export interface Auth extends AccessTokenProvider {
  readonly connection: ReadableStore<Connection>;
  /** Opens the sign-in window. A second call takes over from one that hangs. @throws OneDriveError */
  connect(options?: ConnectOptions): Promise<void>;
  /** Gives up waiting at once and closes the window. */
  cancelConnect(): void;
  disconnect(options?: DisconnectOptions): Promise<void>;
}

export interface AuthOptions {
  /** Loads the identity library; called once, at once. */
  readonly loadIdentity: () => Promise<IdentityClient>;
  readonly authority: string;
  readonly scopes?: readonly string[] | undefined;
  readonly environment: Pick<Environment, 'fetch'>;
}

export function createAuth({ loadIdentity, authority, scopes: named, environment }: AuthOptions): Auth {
  const scopes = resolveScopes(named);
  const connection = createStore<Connection>({ state: 'starting' });
  const identity = loadIdentity();
  /** Where an attempt to connect leaves off when it is given up. */
  let rest: Connection = { state: 'signed-out' };
  /** The attempt that counts; an older one that ends late changes nothing. */
  let attempt = 0;

  const settle = (next: Connection) => {
    rest = next;
    connection.set(next);
  };
  const showConnected = ({ account, expiresOn }: Pick<IssuedToken, 'account' | 'expiresOn'>) =>
    settle({ state: 'connected', account, expiresOn });

  void identity.then(
    (client) => {
      const account = client.currentAccount();
      return account ? showConnected({ account }) : settle({ state: 'signed-out' });
    },
    (reason: unknown) => settle({ state: 'signed-out', error: toOneDriveError(reason) }),
  );

  const connect = async ({ access = 'read', selectAccount = false }: ConnectOptions = {}) => {
    attempt += 1;
    const mine = attempt;
    const account = accountOf(rest);
    connection.set({ state: 'connecting', account });
    try {
      const client = await identity;
      const request = { scopes: scopes[access], selectAccount, account: selectAccount ? undefined : account };
      const issued = await Promise.race([
        client.signIn(request),
        rejectUnknownTenant(authority, environment, () => client.closeWindow()),
      ]);
      if (mine !== attempt) throw new OneDriveError('cancelled');
      showConnected(issued);
    } catch (reason) {
      const error = toOneDriveError(reason);
      if (mine === attempt) settle(isCancelled(error) ? rest : withError(rest, error));
      throw error;
    }
  };

  return {
    connection,
    connect,
    cancelConnect: () => {
      attempt += 1;
      connection.set(rest);
      void identity.then(
        (client) => client.closeWindow(),
        () => undefined,
      );
    },
    disconnect: async ({ signOut = false } = {}) => {
      const account = accountOf(rest);
      attempt += 1;
      settle({ state: 'signed-out' });
      const client = await identity;
      if (account) await (signOut ? client.signOut(account) : client.forget(account));
    },
    getAccessToken: async ({ access, claims, forceRefresh, signal }) => {
      const client = await identity;
      const account = accountOf(rest);
      if (!account) throw new OneDriveError('sign-in-needed');
      const stillIts = () => accountOf(rest)?.id === account.id && connection.get().state !== 'connecting';
      try {
        const issued = await client.acquireToken({ scopes: scopes[access], account, claims, forceRefresh });
        signal?.throwIfAborted();
        if (stillIts()) showConnected(issued);
        return issued.token;
      } catch (reason) {
        const error = toOneDriveError(reason);
        // Without the right to write the user is still signed in; without the right to read nothing works.
        const expired = error.code === 'sign-in-needed' && access === 'read';
        if (expired && stillIts()) settle({ state: 'expired', account, error });
        throw error;
      }
    },
  };
}

function accountOf(connection: Connection): Account | undefined {
  return 'account' in connection ? connection.account : undefined;
}

/** Who was signed in stays signed in; the error of asking for more is told by whoever asked. */
function withError(rest: Connection, error: OneDriveError): Connection {
  if (rest.state === 'expired') return { ...rest, error };
  return accountOf(rest) ? rest : { state: 'signed-out', error };
}

/**
 * Microsoft shows an unknown tenant in its own window and never comes back, so it is asked for beside it.
 * Never resolves; any doubt leaves the window alone.
 */
async function rejectUnknownTenant(
  authority: string,
  environment: Pick<Environment, 'fetch'>,
  closeWindow: () => void,
): Promise<never> {
  if (await isTenantUnknown(authority, environment)) {
    closeWindow();
    throw new OneDriveError('tenant-unknown', { serviceCode: 'AADSTS90002' });
  }
  return new Promise<never>(() => undefined);
}
