import type { Access, AccessTokenProvider } from '../auth';
import { backoff, OneDriveError, sleep, withDeadline, type Environment, type ThrottleGate } from '../lib';
import { errorFromAnswer } from './errors';

/** One authenticated request to Graph. */
export interface GraphCall {
  readonly method: string;
  /** Absolute, below the Graph root: the token goes nowhere else. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit | undefined;
  readonly access: Access;
  readonly signal?: AbortSignal | undefined;
  /**
   * `always`: sending it twice has the effect of once. `if-refused`: it is sent again only where the service said
   * that it did nothing (throttled, 401), because a lost answer may hide a success.
   */
  readonly repeat: 'always' | 'if-refused';
  /** Milliseconds until the answer must have begun. */
  readonly deadline?: number | undefined;
}

export interface SendOptions {
  /** For example `https://graph.microsoft.com/v1.0`. */
  readonly root: string;
  readonly accessTokens: AccessTokenProvider;
  readonly environment: Environment;
  readonly gate: ThrottleGate;
}

export type Send = (call: GraphCall) => Promise<Response>;

const TRIES = 4;
const DEADLINE = 30_000;
/** Longer waits are not hidden inside a call: it fails as `throttled` and whoever asked shows the countdown. */
const PATIENCE = 10_000;

/** Token, throttle gate, deadline and the only retries of authenticated calls, in one place. */
export function createSend(options: SendOptions): Send {
  return async (call) => {
    assertBelowRoot(call.url, options.root);
    let token: TokenDemand = { forceRefresh: false };
    for (let attempt = 1; ; attempt += 1) {
      // Tries follow one another by nature.
      // oxlint-disable-next-line no-await-in-loop
      const outcome = await tryOnce(options, call, token);
      if (outcome instanceof Response) return outcome;
      // oxlint-disable-next-line no-await-in-loop
      token = await prepareNextTry(options, call, outcome, token, attempt);
    }
  };
}

interface TokenDemand {
  readonly forceRefresh: boolean;
  readonly claims?: string | undefined;
}

async function tryOnce(
  { accessTokens, environment, gate }: SendOptions,
  call: GraphCall,
  token: TokenDemand,
): Promise<Response | OneDriveError> {
  await passGate(gate, environment, call);
  const accessToken = await accessTokens.getAccessToken({
    access: call.access,
    signal: call.signal,
    ...token,
  });
  try {
    const response = await withDeadline(environment, call.deadline ?? DEADLINE, call.signal, (signal) =>
      environment.fetch(call.url, {
        method: call.method,
        headers: {
          ...call.headers,
          Authorization: `Bearer ${accessToken}`,
          'client-request-id': environment.randomId(),
        },
        body: call.body ?? null,
        signal,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
      }),
    );
    if (response.ok || response.status === 304) return response;
    return errorFromAnswer(
      { status: response.status, body: await response.text(), header: (name) => response.headers.get(name) },
      environment.now(),
    );
  } catch (cause) {
    // A network failure tells a page nothing more than that: no DNS, no CORS, no connection look alike.
    return cause instanceof OneDriveError ? cause : new OneDriveError('offline', { cause });
  }
}

async function prepareNextTry(
  { environment, gate }: SendOptions,
  call: GraphCall,
  error: OneDriveError,
  token: TokenDemand,
  attempt: number,
): Promise<TokenDemand> {
  if (error.status === 401 && !token.forceRefresh) return { forceRefresh: true, claims: error.claims };
  if (attempt >= TRIES || !mayRepeat(call, error)) throw error;
  const throttled = isThrottled(error);
  const wait = backoff(attempt, environment, { retryAfter: error.retryAfter, throttled });
  if (throttled) gate.close(new URL(call.url).host, wait);
  if (wait > PATIENCE) throw withWait(error, wait);
  if (!throttled) await sleep(environment, wait, call.signal);
  return { forceRefresh: false };
}

/** 503 is counted as throttled: the edge refuses before anything is applied. */
function isThrottled(error: OneDriveError): boolean {
  return error.code === 'throttled' || error.status === 503;
}

function mayRepeat(call: GraphCall, error: OneDriveError): boolean {
  if (isThrottled(error)) return true;
  if (call.repeat === 'if-refused') return false;
  return error.code === 'unavailable' || error.code === 'offline' || error.code === 'timed-out';
}

async function passGate(gate: ThrottleGate, environment: Environment, call: GraphCall): Promise<void> {
  const { host } = new URL(call.url);
  const wait = (gate.opensAt(host) ?? 0) - environment.now();
  if (wait > PATIENCE) throw new OneDriveError('throttled', { retryAfter: wait });
  await gate.pass(host, call.signal);
}

function withWait(error: OneDriveError, retryAfter: number): OneDriveError {
  return new OneDriveError(error.code, {
    status: error.status,
    serviceCode: error.serviceCode,
    requestId: error.requestId,
    retryAfter,
    cause: error.cause,
  });
}

/**
 * graph-client's own host check accepts `https://graph.microsoft.com:x@evil.example/`; this one compares parsed
 * origins and paths.
 */
function assertBelowRoot(address: string, root: string): void {
  const url = new URL(address);
  const base = new URL(root);
  const below =
    url.pathname === base.pathname || url.pathname.startsWith(`${base.pathname.replace(/\/$/, '')}/`);
  if (url.origin === base.origin && below && url.username === '') return;
  throw new OneDriveError('unexpected-answer', { serviceCode: 'foreignAddress' });
}
