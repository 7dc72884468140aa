import { isLoopbackHostname } from '../../../src/emulator/loopback';
import type { Asked, Reply } from './graph-call';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const JSON_TYPE =
  /^application\/json;odata\.metadata=minimal;odata\.streaming=true;IEEE754Compatible=false;charset=utf-8$/i;

/** What every answer of Graph carries (protocol 7.1). */
const ALWAYS: Readonly<Record<string, RegExp>> = {
  'request-id': UUID,
  'client-request-id': /[!-~]/,
  'x-ms-ags-diagnostic': /^\{"ServerInfo":\{.*\}\}$/,
  date: /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/,
  'odata-version': /^4\.0$/,
  'cache-control': /no-store|no-cache|private/,
};

/** @throws Error that names the header that is missing or wrong. */
export function checkHeaders(asked: Asked, reply: Reply, what: string): void {
  const { headers, status, text } = reply;
  const expectHeader = (name: string, expected: RegExp): void => {
    const value = headers.get(name);
    if (value === null || !expected.test(value)) {
      throw new Error(
        `${what}: the header ${name} should match ${String(expected)}, but is ${value ?? 'missing'}.`,
      );
    }
  };
  for (const [name, expected] of Object.entries(ALWAYS)) expectHeader(name, expected);
  checkTransport(asked, headers, what);
  const sent = asked.headers.get('client-request-id');
  if (sent !== null && headers.get('client-request-id') !== sent) {
    throw new Error(`${what}: client-request-id ${sent} came back as ${headers.get('client-request-id')}.`);
  }
  if (text !== '' && !(status < 300 && isContent(asked))) expectHeader('content-type', JSON_TYPE);
  if (status === 302 || status === 202) expectHeader('location', /^https?:\/\//);
}

/** A browser would never again open a loopback name without TLS. */
function checkTransport({ url }: Asked, headers: Headers, what: string): void {
  const value = headers.get('strict-transport-security');
  const right = isLoopbackHostname(new URL(url).hostname)
    ? value === null
    : value !== null && /^max-age=\d+/.test(value);
  if (!right) throw new Error(`${what}: the header strict-transport-security is ${value ?? 'missing'}.`);
}

/** Content that Graph itself may stream has its own type. */
function isContent({ url, method }: Asked): boolean {
  return method === 'GET' && /\/(content|\$value)$/i.test(new URL(url).pathname);
}
