import type { RequestListener } from 'node:http';
import { ServerResponse } from 'node:http';
import { getRequestListener, RequestError } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { isCut } from '../core';
import type { Emulator } from '../core';
import { cutConnection } from './cut-connection';

interface ListenerOptions {
  readonly origin: 'login' | 'bytes';
  readonly acceptsHost: (host: string) => boolean;
}

/**
 * Mounts the emulator on a Node server. A foreign `Host` is refused on every path: behind a
 * rebound DNS name a website could otherwise walk through the sign-in pages by itself.
 */
export function nodeListener(
  emulator: Promise<Emulator>,
  { origin, acceptsHost }: ListenerOptions,
): RequestListener {
  const listener = getRequestListener(
    async (request, { outgoing }) => {
      if (!acceptsHost(request.headers.get('host') ?? '')) {
        return Response.json(
          { error: 'The Host header must name this computer, e.g. localhost.' },
          { status: 403 },
        );
      }
      const ready = await emulator;
      const answer = await ready.handle(request, { origin });
      if (!(outgoing instanceof ServerResponse)) throw new TypeError('Only HTTP/1.1 is served.');
      // A browser silently repeats a request whose reused connection ends without an answer, and
      // the scripted fault would go unseen (or be applied twice): no reuse while faults are due.
      if (ready.faultsArmed()) outgoing.shouldKeepAlive = false;
      if (!isCut(answer)) return answer;
      await cutConnection(answer, outgoing);
      return RESPONSE_ALREADY_SENT;
    },
    { overrideGlobalObjects: false, errorHandler: failedAnswer },
  );
  return (incoming, outgoing) => {
    void listener(incoming, outgoing);
  };
}

/** A mistake of the emulator itself: loud on its console, and told to the client. */
function failedAnswer(error: unknown): Response {
  if (error instanceof Error && error.name === 'AbortError') return new Response(null, { status: 499 });
  if (error instanceof RequestError) return Response.json({ error: error.message }, { status: 400 });
  console.error('[emulator]', error);
  const message = error instanceof Error ? error.message : 'Unknown failure';
  return Response.json(
    { error: { code: 'generalException', message: `The emulator failed: ${message}` } },
    { status: 500, headers: { 'access-control-allow-origin': '*' } },
  );
}
