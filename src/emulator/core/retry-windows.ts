import { decodeJwt, type JWTPayload } from 'jose';
import { hostOf, type Host } from './host';
import type { LogEntry } from './request-log';

const LIMIT = 5000;

/** A request that came although an answer had told its sender to wait. */
interface EarlyRequest {
  /** Its number in the log, and that of the request whose answer told so. */
  readonly request: number;
  readonly toldBy: number;
  readonly host: Host;
  /** As the access token names them; tokens are not sent to the other hosts. */
  readonly application: string | null;
  readonly user: string | null;
  readonly method: string;
  readonly path: string;
  readonly time: string;
  /** Since it was told to wait: a request may have been under way by then. */
  readonly sinceToldMs: number;
  readonly until: string;
}

interface Window {
  readonly toldBy: number;
  readonly toldAt: number;
  readonly until: number;
}

type Sender = Pick<EarlyRequest, 'host' | 'application' | 'user'>;

/** Who was told to wait by a `Retry-After`, and whether they did. */
export interface RetryWindows {
  /** Tells of a request when it comes. The returned function is told the answer to it. */
  begin(request: Request, entry: LogEntry): (answer: Response) => void;
  early(): readonly EarlyRequest[];
  clear(): void;
}

export function createRetryWindows(now: () => number): RetryWindows {
  const windows = new Map<string, Window>();
  let early: EarlyRequest[] = [];
  return {
    begin(request, entry) {
      const sender = senderOf(request, entry);
      const key = JSON.stringify(sender);
      const open = windows.get(key);
      // A preflight is the browser's, not the application's.
      if (open !== undefined && now() < open.until && entry.method !== 'OPTIONS') {
        early = [...early.slice(1 - LIMIT), earlyRequest(entry, sender, open, now())];
      }
      return (answer) => {
        const wait = waitOf(answer, now());
        const until = now() + wait;
        if (wait > 0 && until > (windows.get(key)?.until ?? 0)) {
          windows.set(key, { toldBy: entry.number, toldAt: now(), until });
        }
      };
    },
    early: () => early,
    clear: () => {
      windows.clear();
      early = [];
    },
  };
}

function earlyRequest(entry: LogEntry, sender: Sender, window: Window, now: number): EarlyRequest {
  const { number, method, path, time } = entry;
  return {
    request: number,
    toldBy: window.toldBy,
    ...sender,
    method,
    path,
    time,
    sinceToldMs: now - window.toldAt,
    until: new Date(window.until).toISOString(),
  };
}

/** Milliseconds that a refusal asks to wait. Other answers with the header speak of what they began. */
function waitOf({ status, headers }: Response, now: number): number {
  const value = headers.get('retry-after')?.trim();
  if (status < 400 || value === undefined || value === '') return 0;
  return /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
}

function senderOf(request: Request, { origin, path }: LogEntry): Sender {
  const claims = claimsOf(request.headers.get('authorization') ?? '');
  return { host: hostOf(origin, path), application: textOf(claims['appid']), user: textOf(claims['oid']) };
}

/** What a token says of its bearer. Nothing is granted for it, so nobody proves it. */
function claimsOf(authorization: string): JWTPayload {
  try {
    return decodeJwt(authorization.replace(/^Bearer +/i, '').trim());
  } catch {
    return {};
  }
}

function textOf(claim: unknown): string | null {
  return typeof claim === 'string' ? claim : null;
}
