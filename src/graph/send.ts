import type { Access, AccessTokenProvider } from '../auth';
import {
  backoff,
  explainLostRequest,
  OneDriveError,
  sleep,
  toOneDriveError,
  withDeadline,
  type Environment,
  type Report,
  type RequestRun,
  type ThrottleGate,
} from '../lib';
import { errorFromAnswer } from './errors';
import { hostBelowRoot } from './host-below-root';
import type { Reach } from './reach';

/** How a request leaves; as `fetch` does, unless told. */
export type Transport = (url: string, init: RequestInit) => Promise<Response>;

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
   * that it did nothing (throttled, 401), because a lost answer may hide a success. `if-throttled`: nor after a 503,
   * which has come for bytes that were there (onedrive-api-docs 64): for who looks before sending them again.
   */
  readonly repeat: 'always' | 'if-refused' | 'if-throttled';
  readonly transport?: Transport | undefined;
  /** Milliseconds until the answer must be there, its last byte included. */
  readonly deadline?: number | undefined;
}

export interface SendOptions {
  /** For example `https://graph.microsoft.com/v1.0`. */
  readonly root: string;
  readonly accessTokens: AccessTokenProvider;
  readonly environment: Environment;
  readonly gate: ThrottleGate;
  readonly report?: Report | undefined;
  /** Which drives take more than the user's own; unless told, none does. */
  readonly reach?: Pick<Reach, 'accessOf'> | undefined;
}

/** Resolves with a complete answer: its body is in memory. @throws OneDriveError */
export type Send = (call: GraphCall) => Promise<Response>;

const TRIES = 4;
const DEADLINE = 30_000;
/** Longer waits are not hidden inside a call: it fails as `throttled` and whoever asked shows the countdown. */
const PATIENCE = 10_000;
const THROTTLED = new Set([429, 503, 509]);
const WITHOUT_BODY = new Set([204, 205, 304]);

/** Token, throttle gate, deadline and the only retries of authenticated calls, in one place. */
export function createSend(options: SendOptions): Send {
  const { root, environment, report = () => {} } = options;
  return (call) => {
    const { method, url } = call;
    const request = { method, url, root, start: environment.now(), end: 0, attempts: 1, throttled: false };
    const done = sendUntilDone(options, call, request);
    const stop = () => {
      request.end = environment.now();
    };
    done.then(stop, stop);
    report({ name: 'requesting', request, done });
    return done;
  };
}

async function sendUntilDone(options: SendOptions, call: GraphCall, request: RequestRun): Promise<Response> {
  const host = hostBelowRoot(call.url, options.root);
  let token: TokenDemand = { forceRefresh: false };
  let renewed = false;
  for (let attempt = 1; ; attempt += 1) {
    // Tries follow one another by nature.
    // oxlint-disable-next-line no-await-in-loop
    const accessToken = await getToken(options, call, token);
    // oxlint-disable-next-line no-await-in-loop
    const outcome = await tryOnce(options, call, host, accessToken);
    if (outcome instanceof Response) return outcome;
    if (outcome.status === 401) {
      if (renewed) options.accessTokens.reportRefused?.(outcome);
      if (renewed) throw outcome;
      renewed = true;
      token = { forceRefresh: true, claims: outcome.claims, refused: accessToken };
    } else {
      // oxlint-disable-next-line no-await-in-loop
      await prepareNextTry(options, call, { host, error: outcome, attempt, request });
      token = { forceRefresh: false };
    }
    options.report?.({ name: 'retrying', request, attempt, error: outcome });
    request.attempts += 1;
  }
}

interface TokenDemand {
  readonly forceRefresh: boolean;
  readonly claims?: string | undefined;
  /** The one that the service has refused. */
  readonly refused?: string | undefined;
}

async function tryOnce(
  options: SendOptions,
  call: GraphCall,
  host: string,
  accessToken: string,
): Promise<Response | OneDriveError> {
  const { environment } = options;
  // Not before: another answer may close it while the token is on its way.
  await passGate(options, call, host);
  try {
    return await withDeadline(environment, call.deadline ?? DEADLINE, call.signal, async (signal) => {
      const response = await (call.transport ?? environment.fetch)(call.url, {
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
      });
      return readAnswer(response, environment.now());
    });
  } catch (cause) {
    if (cause instanceof OneDriveError) return cause;
    return explainLostRequest(environment, call.url);
  }
}

/** The body is read here, because it too may stall, break off or be given up. */
async function readAnswer(response: Response, now: number): Promise<Response | OneDriveError> {
  const body = await response.arrayBuffer();
  const { status, headers } = response;
  // Browsers follow redirects themselves; one that comes in a batch is for whoever asked.
  if (response.ok || status === 304 || status === 302) {
    return new Response(WITHOUT_BODY.has(status) ? null : body, { status, headers });
  }
  return errorFromAnswer(
    { status, body: new TextDecoder().decode(body), header: (name) => headers.get(name) },
    now,
  );
}

async function getToken(
  { accessTokens, environment, reach }: SendOptions,
  { url, signal, ...call }: GraphCall,
  { refused, ...demand }: TokenDemand,
): Promise<string> {
  const access = reach?.accessOf(url, call.access) ?? call.access;
  const ask = (demanded: Omit<TokenDemand, 'refused'>) =>
    withDeadline(environment, DEADLINE, signal, (inner) =>
      accessTokens.getAccessToken({ access, signal: inner, ...demanded }),
    );
  try {
    if (refused !== undefined && demand.claims === undefined) {
      // Another call may have been refused with the same token, and have renewed it meanwhile.
      const held = await ask({ forceRefresh: false });
      if (held !== refused) return held;
    }
    return await ask(demand);
  } catch (cause) {
    throw toOneDriveError(cause);
  }
}

interface FailedTry {
  readonly host: string;
  readonly error: OneDriveError;
  readonly attempt: number;
  readonly request: RequestRun;
}

/** Waits until the call may be sent again, or throws where it may not. */
async function prepareNextTry(
  { environment, gate, report }: SendOptions,
  call: GraphCall,
  { host, error, attempt, request }: FailedTry,
): Promise<void> {
  const throttled = isThrottled(error);
  const wait = backoff(attempt, environment, { retryAfter: error.retryAfter, throttled });
  // Also after the last try: the next call to this host must not run into the same window.
  if (throttled) {
    gate.close(host, wait);
    request.throttled = true;
    report?.({ name: 'throttled', wait });
  }
  if (attempt >= TRIES || wait > PATIENCE || !mayRepeat(call, error)) {
    throw throttled || error.retryAfter !== undefined ? withWait(error, wait) : error;
  }
  if (!throttled) await sleep(environment, wait, call.signal);
}

/** 503 is counted as throttled: the edge refuses before anything is applied. */
function isThrottled(error: OneDriveError): boolean {
  return error.code === 'throttled' || THROTTLED.has(error.status ?? 0);
}

function mayRepeat(call: GraphCall, error: OneDriveError): boolean {
  if (call.repeat === 'if-throttled') return error.code === 'throttled';
  if (isThrottled(error)) return true;
  if (call.repeat === 'if-refused') return false;
  return error.code === 'unavailable' || error.code === 'offline' || error.code === 'timed-out';
}

async function passGate({ gate, environment }: SendOptions, call: GraphCall, host: string): Promise<void> {
  if (call.signal?.aborted) throw new OneDriveError('cancelled', { cause: call.signal.reason });
  // Not gate.pass(): the gate may be closed for longer during the wait, and then this call must say so.
  for (let opens = gate.opensAt(host); opens !== undefined; opens = gate.opensAt(host)) {
    const wait = opens - environment.now();
    if (wait > PATIENCE) throw new OneDriveError('throttled', { retryAfter: wait });
    // oxlint-disable-next-line no-await-in-loop
    await sleep(environment, wait, call.signal);
  }
}

function withWait(error: OneDriveError, retryAfter: number): OneDriveError {
  return new OneDriveError(error.code, {
    status: error.status,
    serviceCode: error.serviceCode,
    requestId: error.requestId,
    retryAfter,
  });
}
