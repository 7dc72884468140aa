/**
 * CORS of the endpoints that pages call. A preflight can't know the client, so any origin may ask;
 * what counts is the platform of the redirect URI, checked when the code is redeemed.
 */
export function tokenCors(request: Request): Headers {
  const headers = new Headers({ vary: 'Origin' });
  const origin = request.headers.get('origin');
  if (origin === null) return headers;
  headers.set('access-control-allow-origin', origin);
  headers.set('access-control-expose-headers', 'x-ms-request-id,x-ms-srs,x-ms-clitelem');
  return headers;
}

export function preflight(request: Request): Response {
  const headers = tokenCors(request);
  headers.set('access-control-allow-methods', 'GET, POST, OPTIONS');
  headers.set('access-control-max-age', '600');
  const asked = request.headers.get('access-control-request-headers');
  if (asked !== null) headers.set('access-control-allow-headers', asked);
  return new Response(null, { status: 204, headers });
}
