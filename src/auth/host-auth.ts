import { createStore, OneDriveError, untilAborted } from '../lib';
import { acquireHostToken } from './acquire-host-token';
import type { Auth } from './auth';
import type { Account } from './connection';
import { createConnectionState } from './connection-state';
import { createHostConnecting } from './host-connect';
import { resolveScopes, type Scopes } from './scopes';
import { createTokenOwner, type Identify } from './token-owner';
import { createTokenSupply, type TokenSupplyOptions } from './token-supply';

export interface HostAuthOptions extends Omit<TokenSupplyOptions, 'scopes'> {
  readonly identify: Identify;
  /** Instead of the control's own, which ask for writing only when something is written. */
  readonly scopes?: readonly string[] | undefined;
}

export interface HostAuth extends Auth {
  /** Whoever waits for the host is told `cancelled`, now and from now on. */
  dispose(): void;
}

/**
 * Host-owned tokens as a way of signing in: the control asks its host, and nobody else, for every token.
 *
 * @example createHostAuth({ getAccessToken: ({ scopes }) => portal.tokenFor(scopes), identify, environment })
 */
export function createHostAuth({ getAccessToken, environment, ...options }: HostAuthOptions): HostAuth {
  const scopes = withReading(resolveScopes(options.scopes));
  const supply = createTokenSupply({ getAccessToken, environment, scopes });
  const state = createConnectionState();
  const parts = { supply, state, owner: createTokenOwner(options.identify, environment) };
  const connecting = createHostConnecting(parts);
  const started = connecting.start().catch(() => undefined);
  const life = new AbortController();
  const cancelConnect = () => {
    if (!state.isConnecting()) return;
    connecting.cancel();
    state.close();
  };

  return {
    owner: 'host',
    connection: state.connection,
    accounts: createStore<readonly Account[]>([]),
    connect: async ({ access = 'read' } = {}) => {
      if (life.signal.aborted) throw new OneDriveError('cancelled');
      // What was begun at the start is given up.
      if (state.connection.get().state === 'starting') state.settle({ state: 'signed-out' });
      state.open();
      return connecting.connect(access);
    },
    cancelConnect,
    disconnect: async () => {
      connecting.cancel();
      supply.forget();
      state.settle({ state: 'signed-out' });
    },
    getAccessToken: async (request) => {
      const signal = request.signal ? AbortSignal.any([request.signal, life.signal]) : life.signal;
      const token = async () => {
        await started;
        if (signal.aborted) throw new OneDriveError('cancelled');
        return acquireHostToken(parts, request);
      };
      return untilAborted(token(), signal);
    },
    reportRefused: (error) => {
      const account = state.account();
      if (!account) return;
      supply.refuse(error.claims);
      state.learn({ state: 'expired', account, error });
    },
    dispose: () => {
      life.abort();
      connecting.cancel();
      cancelConnect();
    },
  };
}

/** A host that knows only one kind of token is asked for one that does both. */
function withReading({ read, write }: Scopes): Scopes {
  return { read, write: [...new Set([...read, ...write])] };
}
