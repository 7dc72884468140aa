import * as v from 'valibot';
import { areHeaders } from '../../sendable-headers';
import { parseAddress } from '../address/address';
import { badRequest } from '../protocol/graph-error';

/** One of the requests in a batch. */
export const partSchema = v.looseObject({
  id: v.pipe(v.string(), v.nonEmpty()),
  method: v.string(),
  url: v.pipe(v.string(), v.nonEmpty()),
  headers: v.optional(v.nullable(v.pipe(v.record(v.string(), v.string()), v.check(areHeaders)))),
  body: v.optional(v.unknown()),
  dependsOn: v.optional(v.nullable(v.array(v.string()))),
});

export type Part = v.InferOutput<typeof partSchema>;

const WITHOUT_BODY = new Set(['GET', 'HEAD', 'DELETE']);
const METHODS = new Set([...WITHOUT_BODY, 'POST', 'PUT', 'PATCH']);

/** @throws GraphError 400 that says why the part is no request. */
export function partRequest(part: Part, origin: string): Request {
  const method = part.method.toUpperCase();
  if (!METHODS.has(method)) throw badRequest(`The method ${part.method} is not known.`);
  if (/^[a-z]+:/i.test(part.url)) throw badRequest('The url of a request in a batch is relative.');
  const url = new URL(`${origin}/v1.0${part.url.replace(/^\/*/, '/')}`);
  refuseElsewhere(url);
  const headers = new Headers(part.headers ?? {});
  const init: RequestInit = { method, headers };
  if (WITHOUT_BODY.has(method) || part.body === undefined || part.body === null) {
    return new Request(url, init);
  }
  return new Request(url, { ...init, body: bodyOf(part, headers.get('content-type')) });
}

/** Only what the address means in the end counts: `..`, `%24` and `()` have been read by then. */
function refuseElsewhere({ pathname }: URL): void {
  if (!pathname.startsWith('/v1.0/')) throw badRequest('The url of a request in a batch leaves the service.');
  const address = parseAddress(pathname.slice('/v1.0'.length));
  if (address.kind === 'service' && address.segments[0]?.toLowerCase() === '$batch') {
    throw badRequest('A batch may not hold a batch.');
  }
}

/** JSON as it stands; whatever else comes as base64. */
function bodyOf({ id, body }: Part, contentType: string | null): string | Uint8Array<ArrayBuffer> {
  if (contentType === null) {
    throw badRequest(`Write request id : ${id} does not contain Content-Type header or body.`);
  }
  if (typeof body !== 'string' || /^application\/json\b/i.test(contentType)) return JSON.stringify(body);
  try {
    return Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
  } catch {
    throw badRequest(`The body of request id ${id} is neither JSON nor base64.`);
  }
}
