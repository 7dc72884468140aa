import { toOneDriveError, untilAborted, type Environment, type ReadableStore } from '../lib';
import type { AccessTokenProvider, AccessTokenRequest } from './access-token-provider';
import { createChallengeMemory } from './challenge-memory';
import { createConnecting } from './connect';
import type {
  Account,
  Connection,
  ConnectOptions,
  DisconnectOptions,
  Interaction,
  SignInOwner,
} from './connection';
import { createConnectionState } from './connection-state';
import type { IdentityClient } from './identity-client';
import type { ResolvedInteraction } from './interaction';
import { createIdentityLoader } from './identity-loader';
import { createKnownAccounts } from './known-accounts';
import type { KeepWork, PageLeaving } from './page-leaving';
import type { Registration } from './registration';
import { resolveScopes, type Scopes } from './scopes';

/** Signing in and out, and the tokens that come of it. */
export interface Auth extends AccessTokenProvider {
  readonly owner: SignInOwner;
  readonly connection: ReadableStore<Connection>;
  /** What it signs in with, where that is an app registration: for explanations. */
  readonly registration?: Registration | undefined;
  /** What it asks Microsoft for, where it does the asking. */
  readonly scopes?: Scopes | undefined;
  /** All who are signed in here, the active one among them; of a host that signs in itself nothing is known. */
  readonly accounts: ReadableStore<readonly Account[]>;
  /** Where the control signs in by itself: going to Microsoft in this very window, and coming back. */
  readonly leaving?: PageLeaving | undefined;
  /** Opens the sign-in window, or asks the host. A second call takes over from one that hangs. @throws OneDriveError */
  connect(options?: ConnectOptions): Promise<void>;
  /** Gives up waiting at once and closes the window. */
  cancelConnect(): void;
  /** Ends the active account; the others stay. */
  disconnect(options?: DisconnectOptions): Promise<void>;
}

export interface AuthOptions {
  /** `control` unless told: whose the accounts are. */
  readonly owner?: SignInOwner;
  /** Loads the identity library: at once, and again by `connect` where that failed. */
  readonly loadIdentity: () => Promise<IdentityClient>;
  readonly authority: string;
  readonly scopes?: readonly string[] | undefined;
  readonly environment: Pick<Environment, 'fetch' | 'after'>;
  /** Whether signing in may take the page away; unless told, there are windows only. */
  readonly redirect?: ResolvedInteraction & { readonly clientId: string };
}

/** What only somebody who signs in needs: it comes beside the library, and not with the first screen. */
const loadSignIn = () => import('./sign-in');

/** Signing in over an identity library that is loaded by itself; `createMsalAuth` makes it of MSAL. */
export function createAuth(options: AuthOptions): Auth {
  const { loadIdentity, authority, environment } = options;
  const scopes = resolveScopes(options.scopes);
  const state = createConnectionState();
  const challenges = createChallengeMemory();
  const accounts = createKnownAccounts();
  const leaving = new Set<KeepWork>();
  const onLeave = (keep: KeepWork) => {
    leaving.add(keep);
    return () => void leaving.delete(keep);
  };
  const redirect = options.redirect ?? { clientId: '', first: 'popup', obstacle: 'setting' };
  const { first, obstacle } = redirect;
  const interaction = (wanted: Interaction = first) => (obstacle ? 'popup' : wanted);
  const parts = { state, scopes, challenges, accounts, authority, environment, leaving, interaction };
  const loader = createIdentityLoader(async () => {
    const [client, { followOthers }] = await Promise.all([loadIdentity(), loadSignIn()]);
    client.onChange(() => followOthers(parts, client, end));
    return client;
  });
  const connecting = createConnecting({ ...parts, identity: () => loader.getAgain() });

  const start = new AbortController();
  const end = () => {
    start.abort();
    connecting.cancel();
    challenges.forget();
    state.settle({ state: 'signed-out' });
  };

  const returned = loader.get().then(
    async (client) => (await loadSignIn()).begin(client, parts, start.signal),
    (reason: unknown) => {
      state.learn({ state: 'signed-out', error: toOneDriveError(reason) });
      return undefined;
    },
  );

  const acquire = async (request: AccessTokenRequest) => {
    const client = await loader.get();
    return (await loadSignIn()).acquireToken(parts, client, request);
  };

  return {
    owner: options.owner ?? 'control',
    connection: state.connection,
    scopes,
    accounts: accounts.store,
    leaving: { clientId: redirect.clientId, obstacle, onLeave, returned },
    connect: (options) => connecting.connect(options),
    cancelConnect: () => {
      connecting.cancel();
      // What the page has gone to Microsoft for is given up as well.
      start.abort();
      if (state.isConnecting()) state.close();
    },
    disconnect: async ({ signOut = false } = {}) => {
      const account = state.account();
      end();
      if (!account) return;
      const client = await loader.get();
      await (signOut ? client.signOut(account) : client.forget(account)).finally(() => accounts.read(client));
    },
    getAccessToken: (request) => untilAborted(acquire(request), request.signal),
    reportRefused: (error) => {
      const account = state.account();
      if (!account) return;
      challenges.keep(account, error.claims);
      state.learn({ state: 'expired', account, error });
    },
  };
}
