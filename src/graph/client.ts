import { Client, ResponseType, type Context, type Middleware } from '@microsoft/microsoft-graph-client';
import type { Access } from '../auth';
import {
  createSecretUrl,
  isSecureAddress,
  loadCode,
  OneDriveError,
  toOneDriveError,
  type SecretUrl,
} from '../lib';
import { createSend, type Send, type SendOptions, type Transport } from './send';

export interface GraphRequest {
  /** Below the version, encoded segment by segment: `/me/drive/root`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly access: Access;
  readonly signal?: AbortSignal | undefined;
  /** It may go with others of its kind in one request, some milliseconds later. */
  readonly together?: boolean | undefined;
}

interface GraphWrite extends GraphRequest {
  readonly body?: object;
  /** Send again after a lost answer? Only where twice has the effect of once. */
  readonly repeat?: 'always' | 'if-refused';
}

/** Reads a checked value out of an answer's JSON; throws where it is something else. */
export type Parser<T> = (json: unknown) => T;

/** Authenticated calls to Microsoft Graph. All reject with {@link OneDriveError}. */
export interface Graph {
  get<T>(request: GraphRequest, parse: Parser<T>): Promise<T>;
  /** A picture, or whatever else is no JSON and small. */
  getBlob(request: GraphRequest): Promise<Blob>;
  /** Follows an absolute nextLink exactly as the service gave it. */
  follow<T>(
    link: string,
    request: Pick<GraphRequest, 'access' | 'signal' | 'headers'>,
    parse: Parser<T>,
  ): Promise<T>;
  post<T>(request: GraphWrite, parse: Parser<T>): Promise<T>;
  /** Has the service do what it answers with nothing to read. */
  send(request: GraphWrite): Promise<void>;
  /** Has the service begin something that takes its time; the address that tells how far it is, where a page may read it. */
  begin(request: GraphWrite): Promise<SecretUrl | undefined>;
  /**
   * Where content is that the service answers with a redirect to, which no page may follow (protocol 8): within a
   * batch it is an answer like any other. @throws OneDriveError `unexpected-answer` where it leads nowhere
   */
  locate(request: GraphRequest): Promise<SecretUrl>;
  put<T>(request: GraphWrite, parse: Parser<T>): Promise<T>;
  patch<T>(request: GraphWrite, parse: Parser<T>): Promise<T>;
  delete(request: GraphWrite): Promise<void>;
  /** The bytes of a small file in one request. Never repeated after a lost answer. */
  putContent<T>(
    request: GraphRequest & { readonly body: Uint8Array<ArrayBuffer> },
    parse: Parser<T>,
  ): Promise<T>;
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
    defaultVersion: pathname.replace(/^\/+|\/+$/g, ''),
    middleware: createSendMiddleware(send),
  });
  const gather = createGatherDoor(options);
  const run = async (from: GraphWrite, method: Method, repeat: GraphWrite['repeat']): Promise<Response> => {
    const { path, query = {}, headers = {}, access, signal, body = {} } = from;
    const call = new SendCall(access, signal, repeat, from.together ? gather : undefined);
    const request = client
      .api(`${path}${queryString(query)}`)
      .headers({ ...headers })
      .responseType(ResponseType.RAW)
      .middlewareOptions([call]);
    try {
      const answer: unknown = await METHODS[method](request, body);
      if (answer instanceof Response) return answer;
    } catch (cause) {
      // The library turns every error into its own and loses what ours says.
      throw call.failure ?? toOneDriveError(cause);
    }
    throw new OneDriveError('unexpected-answer');
  };
  return {
    get: async (from, parse) => readAnswer(await run(from, 'get', 'always'), parse),
    getBlob: async (from) => (await run(from, 'get', 'always')).blob(),
    follow: async (link, { access, signal, headers = {} }, parse) =>
      readAnswer(await send({ method: 'GET', url: link, headers, repeat: 'always', access, signal }), parse),
    post: async (to, parse) => readAnswer(await run(to, 'post', to.repeat ?? 'if-refused'), parse),
    send: async (to) => {
      await run(to, 'post', to.repeat ?? 'if-refused');
    },
    begin: async (to) => {
      const { headers } = await run(to, 'post', to.repeat ?? 'if-refused');
      const address = headers.get('Location') ?? '';
      return isSecureAddress(address) ? createSecretUrl(address) : undefined;
    },
    locate: async (from) => {
      const { headers } = await run({ ...from, together: true }, 'get', 'always');
      const address = headers.get('Location') ?? '';
      if (!isSecureAddress(address)) throw new OneDriveError('unexpected-answer');
      return createSecretUrl(address);
    },
    put: async (to, parse) => readAnswer(await run(to, 'put', to.repeat ?? 'if-refused'), parse),
    patch: async (to, parse) => readAnswer(await run(to, 'patch', to.repeat ?? 'if-refused'), parse),
    delete: async (to) => {
      await run(to, 'delete', to.repeat ?? 'always');
    },
    putContent: async ({ path, query = {}, headers, access, signal, body }, parse) =>
      readAnswer(
        await send({
          method: 'PUT',
          url: `${options.root}${path}${queryString(query)}`,
          headers: { 'Content-Type': 'application/octet-stream', ...headers },
          body,
          access,
          signal,
          repeat: 'if-throttled',
          deadline: CONTENT_DEADLINE,
        }),
        parse,
      ),
  };
}

/** Its code comes with the first one that asks for it. */
function createGatherDoor(options: SendOptions): Transport {
  let opening: Promise<Transport> | undefined;
  const open = async () => {
    const { createGather } = await loadCode(import('./gather'));
    return createGather(options);
  };
  return async (url, init) => {
    opening ??= open().catch((reason: unknown) => {
      opening = undefined;
      throw reason;
    });
    return (await opening)(url, init);
  };
}

type LibraryRequest = ReturnType<Client['api']>;
type Method = keyof typeof METHODS;

const METHODS = {
  get: (request: LibraryRequest): Promise<unknown> => request.get(),
  post: (request: LibraryRequest, body: object): Promise<unknown> => request.post(body),
  put: (request: LibraryRequest, body: object): Promise<unknown> => request.put(body),
  patch: (request: LibraryRequest, body: object): Promise<unknown> => request.patch(body),
  delete: (request: LibraryRequest): Promise<unknown> => request.delete(),
};

/** The library encodes nothing. `,` `$` and `@` stay as Graph's documentation writes them. */
function queryString(query: Readonly<Record<string, string>>): string {
  const options = Object.entries(query).map(
    ([name, value]) => `${name}=${value.replace(/[%&#+]/g, encodeURIComponent)}`,
  );
  return options.length === 0 ? '' : `?${options.join('&')}`;
}

/** Carries what `send` needs through the library's middleware chain (its options are found by class). */
class SendCall {
  readonly access: Access;
  readonly signal: AbortSignal | undefined;
  readonly repeat: 'always' | 'if-refused';
  readonly transport: Transport | undefined;
  /** Why it failed, past the library. */
  failure: unknown;
  constructor(
    access: Access,
    signal?: AbortSignal,
    repeat: 'always' | 'if-refused' = 'always',
    transport?: Transport,
  ) {
    this.access = access;
    this.signal = signal;
    this.repeat = repeat;
    this.transport = transport;
  }
}

function createSendMiddleware(send: Send): Middleware {
  return {
    execute: async (context: Context) => {
      const call = context.middlewareControl?.getMiddlewareOptions(SendCall);
      if (!(call instanceof SendCall) || typeof context.request !== 'string') {
        throw new TypeError('Graph requests are made by createGraph only.');
      }
      const { method = 'GET', headers, body } = context.options ?? {};
      try {
        context.response = await send({
          access: call.access,
          signal: call.signal,
          repeat: call.repeat,
          transport: call.transport,
          method,
          url: context.request,
          headers: Object.fromEntries(new Headers(headers)),
          body: body ?? undefined,
        });
      } catch (cause) {
        call.failure = cause;
        throw cause;
      }
    },
  };
}

async function readAnswer<T>(response: Response, parse: Parser<T>): Promise<T> {
  try {
    return parse(await response.json());
  } catch (cause) {
    if (cause instanceof OneDriveError) throw cause;
    // Not passed on: a parser's error may quote the answer.
    throw new OneDriveError('unexpected-answer', {
      status: response.status,
      requestId: response.headers.get('request-id') ?? undefined,
    });
  }
}
