import { isCancelled, loadCode, toOneDriveError, untilAborted, type Environment } from '../lib';
import type { Connection, ConnectOptions, Interaction } from './connection';
import { connectedBy, type ConnectionState } from './connection-state';
import type { ChallengeMemory } from './challenge-memory';
import type { IdentityClient } from './identity-client';
import type { KnownAccounts } from './known-accounts';
import type { KeepWork } from './page-leaving';
import type { Scopes } from './scopes';

export interface ConnectParts {
  readonly identity: () => Promise<IdentityClient>;
  readonly state: ConnectionState;
  readonly scopes: Scopes;
  readonly challenges: ChallengeMemory;
  readonly accounts: KnownAccounts;
  readonly authority: string;
  readonly environment: Pick<Environment, 'fetch' | 'after'>;
  /** Who has something to put away before the page goes. */
  readonly leaving: ReadonlySet<KeepWork>;
  /** Unless `connect` is told another one, and where it can be. */
  readonly interaction: (wanted: Interaction | undefined) => Interaction;
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
      const { signal } = mine;
      const interaction = parts.interaction(options.interaction);
      const beginning = isPlain(options) ? state.beginning() : undefined;
      state.open(interaction);
      try {
        if (beginning && (await untilAborted(isConnected(beginning), signal))) return state.close();
        const { signIn } = await untilAborted(loadCode(import('./sign-in')), signal);
        const issued = await untilAborted(signIn(parts, { options, interaction, signal }), signal);
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

/** It asks for nobody and nothing in particular, as a page does that connects by itself when it is loaded. */
function isPlain({ access = 'read', selectAccount = false, account }: ConnectOptions): boolean {
  return access === 'read' && !selectAccount && !account;
}

/**
 * Whether the start has done what is asked for. A page that comes back from Microsoft and calls `connect` again would
 * otherwise go there for ever: so it ends in the answer, also where that is a refusal. @throws OneDriveError
 */
async function isConnected(beginning: Promise<Connection>): Promise<boolean> {
  const first = await beginning;
  if ('error' in first && first.error) throw first.error;
  return first.state === 'connected';
}
