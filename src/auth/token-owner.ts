import { isCancelled, toOneDriveError, type Environment, type ErrorCode } from '../lib';
import type { AccessTokenProvider } from './access-token-provider';
import { isNameless, UNNAMED, type Account } from './connection';

/** Asks Graph whose tokens these are. @throws OneDriveError */
export type Identify = (tokens: AccessTokenProvider, signal?: AbortSignal) => Promise<Account>;

/** Whose the host's tokens are. */
export interface TokenOwner {
  /** An account without a name where Graph gives none: that is no reason to show no files. @throws OneDriveError */
  of(tokens: AccessTokenProvider, signal: AbortSignal): Promise<Account>;
  /** The page may have signed in somebody else without a word: asks again for another token, now and then. */
  recheck(token: string, known: Account, tell: (found: FoundOwner) => void): void;
  /** Tells that Graph takes the token, and whose it is where it says so. Of one that it refuses nothing is told. */
  test(token: string, tell: (account: Account | undefined) => void): void;
}

export interface FoundOwner {
  readonly account: Account;
  /** It is the token that brought whoever is signed in: the account is theirs, though it had no name then. */
  readonly isTheirs: boolean;
}

/** Graph took the token, and did not say whose it is. */
const TAKEN: ReadonlySet<ErrorCode> = new Set(['access-denied', 'not-found', 'no-drive']);

/** Milliseconds between two looks at tokens that nobody announced: a host may give another one for each call. */
const PERIOD = 60_000;

export function createTokenOwner(identify: Identify, environment: Pick<Environment, 'now'>): TokenOwner {
  let seen = { token: '', at: 0 };
  /** The token that brought whoever is signed in. */
  let first = '';
  let tested = { token: '', at: 0 };
  return {
    of: async (tokens, signal) => {
      const watched: AccessTokenProvider = {
        getAccessToken: async (request) => {
          const token = await tokens.getAccessToken(request);
          seen = { token, at: environment.now() };
          first = token;
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
      const isKnown = !isNameless(known) && token === seen.token;
      if (isKnown || environment.now() - seen.at < PERIOD) return;
      seen = { token, at: environment.now() };
      const tokens = { getAccessToken: async () => token };
      // What can't be told now is asked another time.
      const isTheirs = token === first;
      void identify(tokens).then(
        (account) => tell({ account, isTheirs }),
        () => undefined,
      );
    },
    test: (token, tell) => {
      const now = environment.now();
      if (token === tested.token && now - tested.at < PERIOD) return;
      tested = { token, at: now };
      const tokens = { getAccessToken: async () => token };
      void identify(tokens).then(tell, (reason: unknown) => {
        const { code } = toOneDriveError(reason);
        if (TAKEN.has(code)) tell(undefined);
        // What can't be told now is asked with the next call.
        else if (code !== 'sign-in-needed') tested = { token: '', at: 0 };
      });
    },
  };
}
