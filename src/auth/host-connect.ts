import { isCancelled, OneDriveError, toOneDriveError, untilAborted } from '../lib';
import type { Access, AccessTokenProvider } from './access-token-provider';
import type { GivenToken } from './ask-host';
import { isNameless, type Account } from './connection';
import { connectedBy, type ConnectionState } from './connection-state';
import type { TokenOwner } from './token-owner';
import type { TokenSupply } from './token-supply';

export interface HostAuthParts {
  readonly supply: TokenSupply;
  readonly state: ConnectionState;
  readonly owner: TokenOwner;
}

export interface HostConnecting {
  /** Asks for what the host has. @throws OneDriveError */
  start(): Promise<void>;
  /** Asks the host anew: what is kept does not count. @throws OneDriveError */
  connect(access: Access): Promise<void>;
  /** Gives up what runs. */
  cancel(): void;
}

/** One attempt counts at a time; an older one ends at once, and its late result changes nothing. */
export function createHostConnecting(parts: HostAuthParts): HostConnecting {
  const { supply, state } = parts;
  let current: AbortController | undefined;
  const attempt = async (access: Access, ask: () => Promise<GivenToken>) => {
    current?.abort();
    const mine = new AbortController();
    current = mine;
    const { signal } = mine;
    try {
      const asked = await untilAborted(ask(), signal);
      const { account, given } = await untilAborted(prove(parts, { asked, access, signal }), signal);
      supply.replace(access, given);
      if (mayBeAnother(state.account(), account, access)) state.settle({ state: 'signed-out' });
      state.settle(connectedBy({ account, expiresOn: given.expiresOn }));
    } catch (reason) {
      const error = toOneDriveError(reason);
      if (current === mine && !isCancelled(error)) state.fail(error);
      throw error;
    } finally {
      if (current === mine) current = undefined;
    }
  };
  return {
    start: () => attempt('read', () => supply.get({ access: 'read' })),
    connect: (access) => attempt(access, () => renew(parts, access)),
    cancel: () => {
      current?.abort();
      current = undefined;
    },
  };
}

/**
 * Nobody knows who was there before, and the page says that it may be somebody else by now: nothing of theirs is to
 * stay. A right that is asked for in the midst of work, and names nobody either, is taken for the same person's.
 */
function mayBeAnother(before: Account | undefined, now: Account, access: Access): boolean {
  return before !== undefined && isNameless(before) && !(access !== 'read' && isNameless(now));
}

/** Who may read already and is refused the rest is signed in: it is a right that was not given. */
async function renew({ supply, state }: HostAuthParts, access: Access): Promise<GivenToken> {
  try {
    return await supply.renew(access);
  } catch (cause) {
    if (access === 'read' || !state.account() || toOneDriveError(cause).code !== 'sign-in-needed')
      throw cause;
    throw new OneDriveError('consent-declined', { cause });
  }
}

interface Asked {
  readonly asked: GivenToken;
  readonly access: Access;
  readonly signal: AbortSignal;
}

/** Whose the token is, and the one that stood the question: the host may have kept the first for too long. */
async function prove({ supply, owner }: HostAuthParts, { asked, access, signal }: Asked) {
  let given = asked;
  const tokens: AccessTokenProvider = {
    getAccessToken: async ({ claims, forceRefresh = false }) => {
      if (forceRefresh) given = await supply.get({ access, claims, forceRefresh });
      return given.token;
    },
  };
  const account = await owner.of(tokens, signal);
  return { account, given };
}
