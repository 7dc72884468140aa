import * as v from 'valibot';
import { OneDriveError } from '../lib';
import { hostBelowRoot } from './host-below-root';
import type { SendOptions, Transport } from './send';

/** What the service takes in one request. */
const MOST = 20;
/** What is wanted at the same moment is not wanted in the same instant (milliseconds). */
const MOMENT = 10;
/** While one is on its way the next ones gather, but no longer than this (milliseconds): it may have stalled. */
const PATIENCE = 1_000;

interface Part {
  readonly url: string;
  readonly init: RequestInit;
  readonly resolve: (answer: Response) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Sends requests that are wanted at the same time as one `$batch`. To whoever asked, each is a request like any other,
 * with an answer, a failure and an end of its own; the address of all of them is one, so that browsers ask only once
 * whether it may be used.
 */
export function createGather(options: Pick<SendOptions, 'root' | 'environment' | 'gate'>): Transport {
  const { environment, gate } = options;
  const root = options.root.replace(/\/+$/, '');
  const address = `${root}/$batch`;
  const host = hostBelowRoot(address, options.root);
  const waiting = new Set<Part>();
  let underWay = 0;
  let cancelTimer = () => {};

  const start = () => {
    cancelTimer();
    while (waiting.size > 0) void send(takeAlike(waiting));
  };
  const send = async (parts: readonly Part[]) => {
    underWay += 1;
    try {
      // It was open to each of them, but somebody may have closed it while they gathered.
      const opens = gate.opensAt(host);
      if (opens !== undefined)
        throw new OneDriveError('throttled', { retryAfter: opens - environment.now() });
      const answer = await environment.fetch(address, toBatch(root, parts));
      await deal(answer, parts);
    } catch (reason) {
      for (const part of parts) part.reject(reason);
    }
    underWay -= 1;
    if (underWay === 0) start();
  };
  return (url, init) =>
    new Promise((resolve, reject) => {
      const part = { url, init, resolve, reject };
      const leave = () => {
        waiting.delete(part);
        reject(init.signal?.reason);
      };
      if (init.signal?.aborted) return leave();
      init.signal?.addEventListener('abort', leave, { once: true });
      waiting.add(part);
      if (waiting.size === MOST) return start();
      if (waiting.size === 1) cancelTimer = environment.after(underWay > 0 ? PATIENCE : MOMENT, start);
    });
}

/** The first ones that carry the same token. */
function takeAlike(waiting: Set<Part>): readonly Part[] {
  const [first] = waiting;
  const token = authorizationOf(first?.init);
  const alike = [...waiting].filter(({ init }) => authorizationOf(init) === token).slice(0, MOST);
  for (const part of alike) waiting.delete(part);
  return alike;
}

function authorizationOf(init: RequestInit | undefined): string | null {
  return new Headers(init?.headers).get('Authorization');
}

function toBatch(root: string, parts: readonly Part[]): RequestInit {
  const [first] = parts;
  const requests = parts.map(({ url, init }, index) => {
    const headers = Object.fromEntries(new Headers(init.headers));
    delete headers['authorization'];
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    return { id: `${index}`, method: init.method, url: url.slice(root.length), headers, body };
  });
  const headers = {
    Authorization: authorizationOf(first?.init) ?? '',
    'Content-Type': 'application/json',
    'client-request-id': new Headers(first?.init.headers).get('client-request-id') ?? '',
  };
  const signal = whenAllAreAborted(parts);
  return { ...first?.init, method: 'POST', headers, body: JSON.stringify({ requests }), signal };
}

/** One that is given up leaves the others alone. */
function whenAllAreAborted(parts: readonly Part[]): AbortSignal {
  const abandoned = new AbortController();
  const look = () => {
    if (parts.every(({ init }) => init.signal?.aborted)) abandoned.abort();
  };
  for (const { init } of parts) init.signal?.addEventListener('abort', look, { once: true });
  return abandoned.signal;
}

const answersSchema = v.looseObject({
  responses: v.array(
    v.looseObject({
      id: v.string(),
      status: v.pipe(v.number(), v.minValue(200), v.maxValue(599)),
      headers: v.nullish(v.record(v.string(), v.string())),
      body: v.optional(v.unknown()),
    }),
  ),
});

/** What refuses all of them refuses each. */
async function deal(answer: Response, parts: readonly Part[]): Promise<void> {
  if (!answer.ok) {
    for (const part of parts) part.resolve(answer.clone());
    return;
  }
  const read = v.safeParse(answersSchema, await answer.json().catch(() => undefined));
  const answers = new Map(read.success ? read.output.responses.map((each) => [each.id, each]) : []);
  for (const [index, part] of parts.entries()) {
    const own = answers.get(`${index}`);
    if (!own) part.reject(new OneDriveError('unexpected-answer', { status: answer.status }));
    else part.resolve(toResponse(own));
  }
}

function toResponse({
  status,
  headers,
  body,
}: v.InferOutput<typeof answersSchema>['responses'][number]): Response {
  return new Response(body === undefined ? null : JSON.stringify(body), { status, headers: headers ?? {} });
}
