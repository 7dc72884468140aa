import { isCancelled, loadCode, toOneDriveError, untilAborted, type Environment } from '../lib';
import type { ConnectOptions, Interaction } from './connection';
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
  /** Gives up the attempt that runs and closes its window. */
  cancel(): void;
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
      const beginning = state.beginning();
      state.open(interaction);
      try {
        const { signIn } = await untilAborted(loadCode(import('./sign-in')), signal);
        const attempt = { options, interaction, beginning, signal };
        const issued = await untilAborted(signIn(parts, attempt), signal);
        if (!issued) return state.close();
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
      if (!current) return;
      current.abort();
      current = undefined;
      void identity().then(
        (client) => client.closeWindow(),
        () => undefined,
      );
    },
  };
}
