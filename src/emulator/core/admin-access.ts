import { isLoopbackHost, isLoopbackOrigin } from '../loopback';

/**
 * Refuses whatever may come from a website: a foreign `Host` (DNS rebinding), a foreign `Origin`,
 * and a cross-site request that carries no `Origin` (an image, a link).
 */
export function adminAccess(request: Request): Response | undefined {
  const host = request.headers.get('host') ?? new URL(request.url).host;
  if (!isLoopbackHost(host)) return refused('The Host header must name this computer, e.g. localhost.');
  const origin = request.headers.get('origin');
  if (origin !== null && !isLoopbackOrigin(origin)) {
    return refused('Pages of other origins may not use these endpoints.');
  }
  if (origin === null && request.headers.get('sec-fetch-site') === 'cross-site') {
    return refused('Pages of other sites may not use these endpoints.');
  }
  return undefined;
}

/** Pages on this computer (the application under test) may read the answers. */
export function adminCors(request: Request, headers: Headers): void {
  headers.set('cache-control', 'no-store');
  headers.set('x-content-type-options', 'nosniff');
  headers.append('vary', 'Origin');
  const origin = request.headers.get('origin');
  if (origin === null) return;
  headers.set('access-control-allow-origin', origin);
  headers.set('access-control-allow-methods', 'GET, POST, DELETE');
  headers.set('access-control-allow-headers', 'content-type');
}

function refused(sentence: string): Response {
  return Response.json({ error: sentence }, { status: 403 });
}
