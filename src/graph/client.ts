import { Client, ResponseType, type Context, type Middleware } from '@microsoft/microsoft-graph-client';
import type { Access } from '../auth';
import { OneDriveError } from '../lib';
import { createSend, type Send, type SendOptions } from './send';

export interface GraphRequest {
  /** Below the version, encoded segment by segment: `/me/drive/root`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly access: Access;
  readonly signal?: AbortSignal | undefined;
}

export interface GraphWrite extends GraphRequest {
  readonly body?: object;
  /** Send again after a lost answer? Only where twice has the effect of once. */
  readonly repeat?: 'always' | 'if-refused';
}

/** Reads a checked value out of an answer's JSON; throws where it is something else. */
export type Parser<T> = (json: unknown) => T;

/** Authenticated calls to Microsoft Graph. All reject with {@link OneDriveError}. */
export interface Graph {
  get<T>(request: GraphRequest, parse: Parser<T>): Promise<T>;
  /** Follows an absolute nextLink exactly as the service gave it. */
  follow<T>(link: string, request: Pick<GraphRequest, 'access' | 'signal'>, parse: Parser<T>): Promise<T>;
  post<T>(request: GraphWrite, parse: Parser<T>): Promise<T>;
  patch<T>(request: GraphWrite, parse: Parser<T>): Promise<T>;
  delete(request: GraphWrite): Promise<void>;
  /** The bytes of a small file in one request. Never repeated after a lost answer. */
  putContent<T>(request: GraphRequest & { readonly body: Blob }, parse: Parser<T>): Promise<T>;
}

/** 4 MiB on a slow line still fits. */
const CONTENT_DEADLINE = 5 * 60_000;

/**
 * The one file that knows @microsoft/microsoft-graph-client (frozen upstream: keep it replaceable). It builds
 * requests; sending, tokens, retries and errors are ours (`send.ts`), as the last and only middleware.
 */
export function createGraph(options: SendOptions): Graph {
  const send = createSend(options);
  const { origin, pathname } = new URL(options.root);
  const client = Client.initWithMiddleware({
    baseUrl: `${origin}/`,
    defaultVersion: pathname.replaceAll('/', ''),
    middleware: createSendMiddleware(send),
  });
  const request = ({ path, query = {}, headers = {} }: GraphRequest, call: SendCall) =>
    client
      .api(path)
      .query({ ...query })
      .headers({ ...headers })
      .responseType(ResponseType.RAW)
      .middlewareOptions([call]);
  const read = <T>(raw: Promise<unknown>, parse: Parser<T>) => readAnswer(raw, parse);
  const write = (to: GraphWrite, repeat: GraphWrite['repeat']) => new SendCall(to.access, to.signal, repeat);
  return {
    get: (from, parse) => read(request(from, new SendCall(from.access, from.signal)).get(), parse),
    follow: (link, from, parse) => read(send({ method: 'GET', url: link, repeat: 'always', ...from }), parse),
    post: (to, parse) => read(request(to, write(to, to.repeat ?? 'if-refused')).post(to.body ?? {}), parse),
    patch: (to, parse) => read(request(to, write(to, to.repeat ?? 'if-refused')).patch(to.body ?? {}), parse),
    delete: async (to) => {
      await request(to, write(to, to.repeat ?? 'always')).delete();
    },
    putContent: ({ path, query, headers, access, signal, body }, parse) =>
      read(
        send({
          method: 'PUT',
          url: `${options.root}${path}${query ? `?${new URLSearchParams(query)}` : ''}`,
          headers: { 'Content-Type': body.type || 'application/octet-stream', ...headers },
          body,
          access,
          signal,
          repeat: 'if-refused',
          deadline: CONTENT_DEADLINE,
        }),
        parse,
      ),
  };
}

/** Carries what `send` needs through the library's middleware chain (its options are found by class). */
class SendCall {
  readonly access: Access;
  readonly signal: AbortSignal | undefined;
  readonly repeat: 'always' | 'if-refused';
  constructor(access: Access, signal?: AbortSignal, repeat: 'always' | 'if-refused' = 'always') {
    this.access = access;
    this.signal = signal;
    this.repeat = repeat;
  }
}

function createSendMiddleware(send: Send): Middleware {
  return {
    execute: async (context: Context) => {
      const call = context.middlewareControl?.getMiddlewareOptions(SendCall);
      if (!(call instanceof SendCall) || typeof context.request !== 'string') {
        throw new TypeError('Graph requests are made by createGraph only.');
      }
      const { method, headers, body } = context.options ?? {};
      context.response = await send({
        access: call.access,
        signal: call.signal,
        repeat: call.repeat,
        method: method ?? 'GET',
        url: context.request,
        headers: Object.fromEntries(new Headers(headers)),
        body: body ?? undefined,
      });
    },
  };
}

async function readAnswer<T>(raw: Promise<unknown>, parse: Parser<T>): Promise<T> {
  const response = await raw;
  if (!(response instanceof Response)) throw new OneDriveError('unexpected-answer');
  try {
    return parse(await response.json());
  } catch (cause) {
    if (cause instanceof OneDriveError) throw cause;
    if (cause instanceof DOMException && cause.name === 'AbortError') {
      throw new OneDriveError('cancelled', { cause });
    }
    throw new OneDriveError('unexpected-answer', {
      status: response.status,
      requestId: response.headers.get('request-id') ?? undefined,
    });
  }
}

export type GraphOptions = SendOptions;
