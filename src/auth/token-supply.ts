import { OneDriveError, toOneDriveError, withDeadline, type Environment } from '../lib';
import type { Access, AccessTokenRequest } from './access-token-provider';
import { askHost, type GivenToken } from './ask-host';
import type { GetAccessToken, HostTokenRequest } from './host-tokens';
import { scopesFor, type Scopes } from './scopes';

export interface TokenSupplyOptions {
  readonly getAccessToken: GetAccessToken;
  readonly scopes: Scopes;
  readonly environment: Pick<Environment, 'now' | 'after' | 'online'>;
}

/** The host's tokens, kept as long as they are good. */
export interface TokenSupply {
  /** A kept token, or the host's next one; those who ask at the same time share one question. */
  get(request: Omit<AccessTokenRequest, 'signal'>): Promise<GivenToken>;
  /** Asks the host past everything that is kept, as long as it takes: it may ask a person. Keeps nothing. */
  renew(access: Access): Promise<GivenToken>;
  /** This one instead of all that were there: they may be somebody else's. */
  replace(access: Access, given: GivenToken): void;
  /** What was given is good for nothing: the host is asked past it until `trust`. The challenge goes into `renew`. */
  refuse(claims: string | undefined): void;
  /** Another object for each refusal since which no token has stood. */
  doubt(): object | undefined;
  /** A token has stood. */
  trust(): void;
  forget(): void;
}

/** A token this close to its end is not begun with (milliseconds). */
const MARGIN = 60_000;
/** A host that says nothing for so long is not there (milliseconds). */
const PATIENCE = 30_000;

/** Calls that were refused together hear of it one after another; one renewal is for all of them (milliseconds). */
const TOGETHER = 5_000;

interface Question {
  readonly forced: boolean;
  readonly claims: string | undefined;
  readonly answer: Promise<GivenToken>;
}

interface KeptToken extends GivenToken {
  /** It took the place of a refused one: when, and for which challenge. */
  readonly renewed?: { readonly at: number; readonly claims: string | undefined };
}

export function createTokenSupply(options: TokenSupplyOptions): TokenSupply {
  const { scopes, environment } = options;
  const kept = new Map<Access, KeptToken>();
  const open = new Map<Access, Question>();
  /** A challenge that the host could not answer without a person. */
  let challenge: string | undefined;
  let doubt: object | undefined;

  const ask = async (access: Access, request: Omit<HostTokenRequest, 'scopes'>) => {
    try {
      return await askHost(options, { scopes: scopesFor(scopes, access), ...request });
    } catch (reason) {
      challenge = toOneDriveError(reason).claims ?? request.claims ?? challenge;
      throw reason;
    }
  };
  const begin = (access: Access, forced: boolean, claims: string | undefined): Question => {
    const question = {
      forced,
      claims,
      answer: inTime(environment, ask(access, { claims, forceRefresh: forced })),
    };
    open.set(access, question);
    const end = (given?: GivenToken) => {
      // Forgotten, or asked anew meanwhile: this answer counts only for those who still wait for it.
      if (open.get(access) !== question) return;
      open.delete(access);
      const renewed = forced && { renewed: { at: environment.now(), claims } };
      if (given) kept.set(access, { ...given, ...renewed });
    };
    question.answer.then(end, () => end());
    return question;
  };
  const forget = () => {
    kept.clear();
    open.clear();
    challenge = undefined;
    doubt = undefined;
  };
  return {
    get: async ({ access, claims, forceRefresh = false }) => {
      const forced = forceRefresh || claims !== undefined || doubt !== undefined;
      const given = kept.get(access);
      const now = environment.now();
      if (given && (forced ? isSuccessor(given, claims, now) : isGood(given, now))) return given;
      if (forced) kept.delete(access);
      const running = open.get(access);
      const answers = running && (!forced || (running.forced && running.claims === claims));
      return (answers ? running : begin(access, forced, claims)).answer;
    },
    renew: (access) => ask(access, { claims: challenge, forceRefresh: true }),
    replace: (access, given) => {
      forget();
      kept.set(access, given);
    },
    refuse: (claims) => {
      forget();
      challenge = claims;
      doubt = {};
    },
    doubt: () => doubt,
    trust: () => {
      doubt = undefined;
    },
    forget,
  };
}

function isGood({ expiresOn }: GivenToken, now: number): boolean {
  return expiresOn !== undefined && expiresOn - now > MARGIN;
}

/** Whoever was refused with the token before has not tried this one yet. */
function isSuccessor({ renewed }: KeptToken, claims: string | undefined, now: number): boolean {
  return renewed !== undefined && renewed.claims === claims && now - renewed.at < TOGETHER;
}

async function inTime(
  environment: TokenSupplyOptions['environment'],
  answer: Promise<GivenToken>,
): Promise<GivenToken> {
  try {
    return await withDeadline(environment, PATIENCE, undefined, () => answer);
  } catch (cause) {
    if (toOneDriveError(cause).code !== 'timed-out') throw cause;
    throw new OneDriveError('unavailable', { cause });
  }
}
