import { tellablePath } from '../tellable-path';

const LIMIT = 5000;

/** Header values that are needed to judge a client and are no secret. All others: names only. */
const telling = [
  'accept',
  'client-request-id',
  'content-length',
  'content-range',
  'content-type',
  'if-match',
  'if-none-match',
  'origin',
  'prefer',
  'range',
];

/** What an application asks for; the other parameters of the identity platform may be secrets. */
const openParameters = new Set(['client_id', 'prompt', 'redirect_uri', 'response_type', 'scope']);

/** One request as tests see it: never a body, a token, a code, a cookie or the key of a link. */
export interface LogEntry {
  readonly number: number;
  /** By the emulator's clock. */
  readonly time: string;
  readonly origin: 'login' | 'bytes';
  readonly method: string;
  /** `…` stands for what opens a share. */
  readonly path: string;
  /** Graph's query as sent; elsewhere the names, and the values of those that are no secret. */
  readonly query: string;
  readonly headerNames: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** `null` while it runs and when the connection was cut. */
  status: number | null;
  outcome: 'running' | 'answered' | 'cut' | 'failed';
  requestId: string | null;
  fault: string | null;
}

export interface RequestLog {
  begin(request: Request, origin: 'login' | 'bytes'): LogEntry;
  entries(): readonly LogEntry[];
  clear(): void;
}

export function createRequestLog(now: () => number): RequestLog {
  let entries: LogEntry[] = [];
  let number = 0;
  return {
    begin: (request, origin) => {
      const url = new URL(request.url);
      number += 1;
      const entry: LogEntry = {
        number,
        time: new Date(now()).toISOString(),
        origin,
        method: request.method,
        path: tellablePath(url.pathname),
        query: readableQuery(url),
        headerNames: [...request.headers.keys()],
        headers: tellingHeaders(request.headers),
        status: null,
        outcome: 'running',
        requestId: null,
        fault: null,
      };
      entries.push(entry);
      if (entries.length > LIMIT) entries = entries.slice(-LIMIT);
      return entry;
    },
    entries: () => entries,
    clear: () => {
      entries = [];
      number = 0;
    },
  };
}

function tellingHeaders(headers: Headers): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of telling) {
    const value = headers.get(name);
    if (value !== null) kept[name] = value;
  }
  return kept;
}

function readableQuery(url: URL): string {
  if (url.pathname.startsWith('/v1.0/')) return url.search;
  const parts = [...new Set(url.searchParams.keys())].map((name) =>
    openParameters.has(name) ? `${name}=${encodeURIComponent(url.searchParams.get(name) ?? '')}` : name,
  );
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
