import * as v from 'valibot';
import { createEmulator, isCut } from '../../../src/emulator/core';
import { faultRulesSchema } from '../../../src/emulator/core/fault-schema';
import { createFaultScript } from '../../../src/emulator/core/fault-script';
import { createEmulatedGraph } from '../../../src/emulator/graph';
import { createMemoryContentStore, type Thumbnailer } from '../../../src/emulator/store';
import type { Wire } from './wire';

const LOGIN = 'http://localhost:5174';
const BYTES = 'http://localhost:5175';

/** An emulator within this very program: no socket, no disk, so that thousands of runs are quick. */
export interface LocalEmulator {
  readonly origin: string;
  readonly wire: Wire;
  /** `/_emulator/…`: never cut off, never counted. */
  readonly steer: (method: string, path: string, body?: unknown) => Promise<Response>;
  /** As any other client: without the control, and without its network. */
  readonly other: (input: string, init?: RequestInit) => Promise<Response>;
  /** Told before each request of the control with its number; the request goes on when this is done. */
  setObserver(observer: (count: number) => Promise<void>): void;
  /** Whether requests of the control find a network. */
  setConnected(connected: boolean): void;
  readonly close: () => Promise<void>;
}

const noPictures: Thumbnailer = {
  shrink: () => Promise.reject(new Error('No picture.')),
  draw: () => Promise.reject(new Error('No picture.')),
};

export async function openLocalEmulator(profile: 'business' | 'personal'): Promise<LocalEmulator> {
  const emulator = await createEmulator({
    loginOrigin: LOGIN,
    bytesOrigin: BYTES,
    strict: true,
    createGraph: (ports) =>
      createEmulatedGraph(ports, {
        drive: 'empty',
        profile,
        contentStore: createMemoryContentStore(),
        thumbnailer: noPictures,
      }),
  });
  /** The same script again: which requests it leaves without an answer. */
  const script = createFaultScript();
  const networkEnds = new Set<() => void>();
  let observer: (count: number) => Promise<void> = async () => {};
  let connected = true;
  let requests = 0;
  let stalled = 0;

  const handle = async (request: Request): Promise<Response> => {
    const { origin, pathname, search } = new URL(request.url);
    const host = origin === BYTES ? 'bytes' : 'login';
    const rule = script.next({ method: request.method, path: pathname + search, origin: host });
    const stalls = rule?.effect.kind === 'stall';
    if (stalls) stalled += 1;
    try {
      const answer = await emulator.handle(request, { origin: host });
      if (isCut(answer)) throw new TypeError('fetch failed');
      const body = await answer.arrayBuffer();
      const { status, headers } = answer;
      return new Response([204, 205, 304].includes(status) ? null : body, { status, headers });
    } finally {
      if (stalls) stalled -= 1;
    }
  };
  /** Ends at once when it is given up, or the network goes. */
  const send = async (given: Request): Promise<Response> => {
    requests += 1;
    await observer(requests);
    if (!connected) throw new TypeError('fetch failed');
    const stop = new AbortController();
    return new Promise((resolve, reject) => {
      const lose = () => {
        stop.abort();
        reject(new TypeError('fetch failed'));
      };
      const giveUp = () => {
        stop.abort();
        reject(new DOMException('aborted', 'AbortError'));
      };
      const leave = () => {
        networkEnds.delete(lose);
        given.signal.removeEventListener('abort', giveUp);
      };
      if (given.signal.aborted) return giveUp();
      networkEnds.add(lose);
      given.signal.addEventListener('abort', giveUp);
      withLength(given, stop.signal).then(handle).then(resolve, reject).finally(leave);
    });
  };
  return {
    origin: LOGIN,
    wire: {
      fetch: (input, init) => send(new Request(input, init)),
      createRequest: () => createLocalRequest(send),
      turn: () => new Promise((resolve) => setImmediate(resolve)),
      quiet: { nothing: 6, request: 12 },
      stalled: () => stalled,
    },
    steer: async (method, path, body) => {
      const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
      if (path === 'faults' && method === 'POST') script.add(v.parse(faultRulesSchema, body));
      if (path === 'reset' || method === 'DELETE') script.clear();
      if (path === 'reset') [requests, connected] = [0, true];
      const answer = await emulator.handle(new Request(`${LOGIN}/_emulator/${path}`, init), {
        origin: 'login',
      });
      if (isCut(answer) || !answer.ok) throw new Error(`The emulator refuses ${path}.`);
      return answer;
    },
    other: async (input, init) => {
      const request = await withLength(new Request(input, init));
      const answer = await emulator.handle(request, { origin: input.startsWith(BYTES) ? 'bytes' : 'login' });
      if (isCut(answer)) throw new TypeError('fetch failed');
      return answer;
    },
    setObserver: (told) => {
      observer = told;
    },
    setConnected: (is) => {
      connected = is;
      if (!is) for (const end of networkEnds) end();
    },
    close: () => emulator.close(),
  };
}

/** As a browser sends it: the body at once, and its length told. */
async function withLength(given: Request, signal?: AbortSignal): Promise<Request> {
  const { url, method } = given;
  const headers = new Headers(given.headers);
  const body = given.body ? new Uint8Array(await given.arrayBuffer()) : undefined;
  if (body) headers.set('content-length', String(body.length));
  return new Request(url, { method, headers, ...(body && { body }), ...(signal && { signal }) });
}

/** As much of XMLHttpRequest as transfers need. */
function createLocalRequest(send: (request: Request) => Promise<Response>): XMLHttpRequest {
  const target = new EventTarget();
  const upload = new EventTarget();
  const headers = new Headers();
  const stop = new AbortController();
  let answer: Response | undefined;
  let [method, address] = ['GET', ''];
  const xhr = Object.assign(target, {
    upload,
    withCredentials: false,
    status: 0,
    responseText: '',
    open: (wantedMethod: string, wantedAddress: string) => {
      [method, address] = [wantedMethod, wantedAddress];
    },
    setRequestHeader: (name: string, value: string) => headers.set(name, value),
    getAllResponseHeaders: () =>
      [...(answer?.headers ?? [])].map(([name, value]) => `${name}: ${value}\r\n`).join(''),
    getResponseHeader: (name: string) => answer?.headers.get(name) ?? null,
    abort: () => stop.abort(),
    send: (content?: Blob | Uint8Array<ArrayBuffer>) => {
      const end = (name: 'load' | 'error') => {
        if (!stop.signal.aborted) target.dispatchEvent(new Event(name));
      };
      const hear = async () => {
        const body = content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : content;
        if (body) upload.dispatchEvent(Object.assign(new Event('progress'), { loaded: body.length }));
        answer = await send(
          new Request(address, { method, headers, signal: stop.signal, ...(body && { body }) }),
        );
        Object.assign(xhr, { status: answer.status, responseText: await answer.text() });
      };
      hear().then(
        () => end('load'),
        () => end('error'),
      );
    },
  });
  return xhr as unknown as XMLHttpRequest;
}
