import { isCancelled, toOneDriveError, type Environment } from '../lib';
import type { AccessTokenProvider } from './access-token-provider';
import { UNNAMED, type Account } from './connection';

/** Asks Graph whose tokens these are. @throws OneDriveError */
export type Identify = (tokens: AccessTokenProvider, signal?: AbortSignal) => Promise<Account>;

/** Whose the host's tokens are. */
export interface TokenOwner {
  /** An account without a name where Graph gives none: that is no reason to show no files. @throws OneDriveError */
  of(tokens: AccessTokenProvider, signal: AbortSignal): Promise<Account>;
  /** The page may have signed in somebody else without a word: asks again for another token, now and then. */
  recheck(token: string, known: Account, tell: (account: Account) => void): void;
}

/** Milliseconds between two looks at tokens that nobody announced: a host may give another one for each call. */
const PERIOD = 60_000;

export function createTokenOwner(identify: Identify, environment: Pick<Environment, 'now'>): TokenOwner {
  let seen = { token: '', at: 0 };
  return {
    of: async (tokens, signal) => {
      const watched: AccessTokenProvider = {
        getAccessToken: async (request) => {
          const token = await tokens.getAccessToken(request);
          seen = { token, at: environment.now() };
          return token;
        },
      };
      try {
        return await identify(watched, signal);
      } catch (reason) {
        if (isCancelled(reason) || toOneDriveError(reason).code === 'sign-in-needed') throw reason;
        return UNNAMED;
      }
    },
    recheck: (token, known, tell) => {
      const isKnown = known.id !== UNNAMED.id && token === seen.token;
      if (isKnown || environment.now() - seen.at < PERIOD) return;
      seen = { token, at: environment.now() };
      const tokens = { getAccessToken: async () => token };
      // What can't be told now is asked another time.
      void identify(tokens).then(tell, () => undefined);
    },
  };
}
