import { isCut, type Emulator } from '../../src/emulator/core';
import type { EmulatorAddress } from './addresses';
import type { AskedRequest, GivenAnswer } from './messages';

/** Statuses whose answers must have no body. */
const BODILESS = new Set([101, 204, 205, 304]);

/** Lets the emulator answer what the service worker has passed on. */
export async function answerRequest(
  emulator: Emulator,
  { origin, path }: EmulatorAddress,
  asked: AskedRequest,
): Promise<GivenAnswer> {
  const answer = await emulator.handle(toRequest(path, asked), { origin });
  if (isCut(answer)) return { kind: 'cut' };
  const { status, headers } = answer;
  const body = BODILESS.has(status) ? null : await answer.blob();
  return { kind: 'response', status, headers: [...headers], body };
}

/** As a server would see it: with the headers that browsers add after every script has had its say. */
function toRequest(path: string, { method, headers, body }: AskedRequest): Request {
  const request = new Request(`${location.origin}${path}`, { method, body });
  const received = new Headers(headers.map(([name, value]) => [name, value]));
  received.set('host', location.host);
  if (method !== 'GET' && method !== 'HEAD') received.set('origin', location.origin);
  if (body !== null) received.set('content-length', String(body.size));
  // No script may set these three on a request, but an object's own property comes before its class's.
  Object.defineProperty(request, 'headers', { value: received });
  return request;
}
