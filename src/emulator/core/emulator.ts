import type { GraphPorts, EmulatedGraph } from '../graph';
import { authorizeGraphRequest, createIdentityPlatform, demoGroups, demoUsers } from '../identity';
import type { AppRegistration, Browsers } from '../identity';
import type { Caller } from '../caller';
import { createAdmin } from './admin';
import { appRegistrationSchema, parseInput } from './admin-input';
import { applyFault } from './apply-fault';
import { isCut } from './cut';
import type { Answer } from './cut';
import { createFaultScript } from './fault-script';
import { hostOf } from './host';
import { createRequestLog } from './request-log';
import type { LogEntry } from './request-log';
import { readLedger } from './read-ledger';
import { createRetryWindows } from './retry-windows';
import { startPage } from './start-page';
import { createVirtualClock } from './virtual-clock';

export interface EmulatorOptions {
  /**
   * Origin of login and, unless told otherwise, of Graph, e.g. `http://localhost:5174`. Like the other
   * two it may go on with a path below which the emulator is mounted; requests then come without it.
   */
  readonly loginOrigin: string;
  /** Origin of Graph where it has a name of its own, e.g. `https://graph.microsoft.com`. */
  readonly graphOrigin?: string | undefined;
  /** Origin of preauthenticated upload, download, thumbnail and monitor URLs. */
  readonly bytesOrigin: string;
  /** Be as unhelpful to pages as the real hosts are reported to be (protocol 8). */
  readonly strict: boolean;
  /** `only-one` where it is mounted inside the browser that uses it. */
  readonly browsers?: Browsers | undefined;
  /** The sign-in session's cookie goes along from frames of other sites, as it does over TLS. */
  readonly crossSiteCookie?: boolean | undefined;
  readonly createGraph: (ports: GraphPorts) => Promise<EmulatedGraph>;
  /** Called when faults were scripted; a server then drops idle connections. */
  readonly onFaultsScripted?: (() => Promise<void>) | undefined;
}

export interface RequestContext {
  /** Which of the two origins the request came to. */
  readonly origin: 'login' | 'bytes';
}

/** The whole emulator as a function from request to answer; runs in Node and in a browser. */
export interface Emulator {
  handle(request: Request, context: RequestContext): Promise<Answer>;
  /** Adds redirect URIs to an application. @throws RefusedInput */
  registerApp(registration: AppRegistration): void;
  /** Whether faults are scripted: a server then keeps no connection open for reuse. */
  faultsArmed(): boolean;
  /** @throws AccessTokenRefused */
  verifyAccessToken(token: string): Promise<Caller>;
  close(): Promise<void>;
}

export async function createEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { loginOrigin, graphOrigin = loginOrigin, bytesOrigin, strict, browsers = 'by-cookie' } = options;
  const clock = createVirtualClock();
  const faults = createFaultScript();
  const log = createRequestLog(clock.now);
  const windows = createRetryWindows(clock.now);
  const closing = new AbortController();
  const identity = await createIdentityPlatform({
    loginOrigin,
    graphOrigin,
    browsers,
    crossSiteCookie: options.crossSiteCookie ?? false,
    now: clock.now,
  });
  const graph = await options.createGraph({
    origins: { graph: graphOrigin, bytes: bytesOrigin },
    strict,
    now: clock.now,
    authorize: (request) => authorizeGraphRequest(request, identity, { loginOrigin, now: clock.now }),
    users: () => demoUsers,
    groups: () => demoGroups,
  });

  const admin = createAdmin({
    identity,
    clock,
    faults,
    log,
    onFaultsScripted: async () => options.onFaultsScripted?.(),
    ledger: () => readLedger(graph, log, windows),
    limit: (limits) => graph.limit(limits),
    setPolicy: (change) => graph.setPolicy(change),
    state: (wanted) => ({
      now: new Date(clock.now()).toISOString(),
      faults: faults.snapshot(),
      identity: identity.state(),
      graph: graph.state(wanted),
    }),
    reset: async () => {
      clock.reset();
      faults.clear();
      log.clear();
      windows.clear();
      identity.reset();
      await graph.reset();
    },
  });

  const route = async (
    request: Request,
    origin: RequestContext['origin'],
    number: number,
  ): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const host = hostOf(origin, pathname);
    if (host === 'bytes') return graph.handleBytes(request, number);
    if (host === 'graph') return graph.handleGraph(request, number);
    if (pathname === '/') return startPage({ loginOrigin, graphOrigin, bytesOrigin });
    return (await identity.handle(request)) ?? new Response('Not found', { status: 404 });
  };

  return {
    handle: async (request, { origin }) => {
      const { pathname, search } = new URL(request.url);
      if (origin === 'login' && /^\/_emulator(\/|$)/.test(pathname)) return admin(request);
      const entry = log.begin(request, origin);
      const answered = windows.begin(request, entry);
      const rule = faults.next({ method: request.method, path: pathname + search, origin });
      entry.fault = rule === undefined ? null : `${rule.phase} ${rule.effect.kind}`;
      const apply = (applied: Request): Promise<Response> => route(applied, origin, entry.number);
      const origins = { graph: graphOrigin };
      const world = { origin, loginOrigin, origins, strict, now: clock.now, closing: closing.signal };
      const answer = await recorded(entry, () =>
        rule ? applyFault(rule, request, apply, world) : apply(request),
      );
      if (!isCut(answer)) answered(answer);
      return answer;
    },
    registerApp: (registration) => identity.registerApp(parseInput(registration, appRegistrationSchema)),
    faultsArmed: () => faults.snapshot().length > 0,
    verifyAccessToken: (token) => identity.verifyAccessToken(token),
    close: async () => {
      closing.abort();
      await graph.close();
    },
  };
}

async function recorded(entry: LogEntry, run: () => Promise<Answer>): Promise<Answer> {
  try {
    const answer = await run();
    record(entry, answer);
    return answer;
  } catch (error) {
    entry.outcome = 'failed';
    throw error;
  }
}

function record(entry: LogEntry, answer: Answer): void {
  if (isCut(answer)) {
    entry.outcome = 'cut';
    return;
  }
  entry.outcome = 'answered';
  entry.status = answer.status;
  entry.requestId = answer.headers.get('request-id') ?? answer.headers.get('x-ms-request-id');
}
