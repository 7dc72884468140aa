import { isLoopbackHostname } from '../../loopback';
import type { GraphError } from './graph-error';
import { graphDateWithoutZone } from './graph-dates';
import type { GraphPorts } from '../graph-ports';

/** What every answer needs to know of the service. */
interface Service {
  readonly ports: Pick<GraphPorts, 'strict' | 'now'> & {
    readonly origins: Pick<GraphPorts['origins'], 'graph'>;
  };
}

/** What a handler says; status lines, CORS and the usual headers are added in one place. */
export interface Answer {
  readonly status: number;
  readonly body?: object;
  /** What follows `$metadata#` in `@odata.context`. */
  readonly context?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function redirect(url: string): Answer {
  return { status: 302, headers: { Location: url } };
}

const JSON_TYPE =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';
const EXPOSED = [
  'ETag',
  'Location',
  'Preference-Applied',
  'Content-Range',
  'request-id',
  'client-request-id',
  'ReadWriteConsistencyToken',
  'SdkVersion',
  'WWW-Authenticate',
  'x-ms-client-gcc-tenant',
];

/** Turns a handler's answer into Graph's response. */
export function toResponse(service: Service, request: Request, answer: Answer): Response {
  const { body, context, status } = answer;
  const headers = new Headers(answer.headers);
  if (body === undefined) return dress(service, request, new Response(null, { status, headers }));
  headers.set('Content-Type', JSON_TYPE);
  const root = `${service.ports.origins.graph}/v1.0/$metadata#`;
  const whole = context === undefined ? body : { '@odata.context': `${root}${context}`, ...body };
  return dress(service, request, new Response(JSON.stringify(whole), { status, headers }));
}

/** Graph's shape of a refusal. */
export function toErrorResponse(service: Service, request: Request, error: GraphError): Response {
  const id = crypto.randomUUID();
  const headers = new Headers(error.headers);
  headers.set('Content-Type', JSON_TYPE);
  headers.set('request-id', id);
  const body = {
    error: {
      code: error.code,
      message: error.message,
      innerError: {
        ...(error.inner === undefined ? {} : { code: error.inner }),
        date: graphDateWithoutZone(service.ports.now()),
        'request-id': id,
        'client-request-id': request.headers.get('client-request-id') ?? id,
      },
    },
  };
  return dress(service, request, new Response(JSON.stringify(body), { status: error.status, headers }));
}

/** Adds what every answer of Graph carries, CORS included, whoever made it. */
export function dress(service: Service, request: Request, response: Response): Response {
  const { headers } = response;
  const id = headers.get('request-id') ?? crypto.randomUUID();
  headers.set('request-id', id);
  headers.set('client-request-id', request.headers.get('client-request-id') ?? id);
  headers.set('OData-Version', '4.0');
  if (headers.get('Content-Type') === 'application/json') headers.set('Content-Type', JSON_TYPE);
  headers.set('x-ms-ags-diagnostic', '{"ServerInfo":{"DataCenter":"Emulator","Slice":"E","Ring":"1"}}');
  headers.set('Date', new Date(service.ports.now()).toUTCString());
  // On a name of this computer it would close http://localhost to the browser for a year.
  if (!isLoopbackHostname(new URL(service.ports.origins.graph).hostname)) {
    headers.set('Strict-Transport-Security', 'max-age=31536000');
  }
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  // A page that works only because a redirect was readable would not work against the service.
  if (!(service.ports.strict && response.status === 302)) {
    headers.set('Access-Control-Allow-Origin', '*');
    const exposed = service.ports.strict ? EXPOSED : [...EXPOSED, 'Retry-After'];
    headers.set('Access-Control-Expose-Headers', exposed.join(', '));
  }
  return response;
}

/** Graph allows whatever headers a page asks for. */
export function preflight(request: Request): Response {
  const asked = request.headers.get('access-control-request-headers');
  const headers = new Headers({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
    'Access-Control-Max-Age': '86400',
    Vary: 'Access-Control-Request-Headers',
  });
  if (asked !== null) headers.set('Access-Control-Allow-Headers', asked);
  return new Response(null, { status: 200, headers });
}
