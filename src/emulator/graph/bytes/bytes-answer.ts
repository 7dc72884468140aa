import type { GraphPorts } from '../graph-ports';
import type { GraphError } from '../protocol/graph-error';

type Ports = Pick<GraphPorts, 'strict' | 'now'>;

/** What a page may do on the hosts that this one origin stands for (protocol 8). */
interface Access {
  readonly readable: boolean;
  readonly preflight: boolean;
}

const OPEN: Access = { readable: true, preflight: true };
const CLOSED: Access = { readable: false, preflight: false };

/** Where nobody has verified what the real hosts allow, strict mode allows nothing. */
function accessOf({ strict }: Ports, request: Request): Access {
  if (!strict) return OPEN;
  const { pathname } = new URL(request.url);
  if (pathname.endsWith('/uploadSession')) return OPEN;
  // Bytes are for simple requests; one that has a preflight, as all that carry a token, gets none.
  if (pathname.endsWith('/_layouts/15/download.aspx')) return { readable: true, preflight: false };
  return CLOSED;
}

/** A fixed list of headers: a page that asks for any other is refused by its browser. */
export function bytesPreflight(ports: Ports, request: Request): Response {
  if (!accessOf(ports, request).preflight) return new Response(null, { status: 200 });
  const allowed = ['Content-Range', 'Content-Type', 'Range'];
  if (!ports.strict) allowed.push('Authorization');
  return new Response(null, {
    status: 200,
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, HEAD, PUT, POST, DELETE, OPTIONS',
      'Access-Control-Allow-Headers': allowed.join(', '),
      'Access-Control-Max-Age': '600',
    },
  });
}

/** Adds what every answer of these hosts carries, CORS included. */
export function dressBytes(ports: Ports, request: Request, response: Response): Response {
  const headers = new Headers(response.headers);
  if (accessOf(ports, request).readable) headers.set('Access-Control-Allow-Origin', '*');
  if (!ports.strict) headers.set('Access-Control-Expose-Headers', 'Content-Range, ETag, Retry-After');
  headers.set('Date', new Date(ports.now()).toUTCString());
  if (!headers.has('request-id')) headers.set('request-id', crypto.randomUUID());
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  return new Response(response.body, { status: response.status, headers });
}

/** These hosts spell the inner error in lower case. */
export function bytesRefusal(ports: Ports, request: Request, error: GraphError): Response {
  const inner = error.inner === undefined ? {} : { innererror: { code: error.inner } };
  const body = { error: { code: error.code, message: error.message, ...inner } };
  return dressBytes(ports, request, Response.json(body, { status: error.status, headers: error.headers }));
}
