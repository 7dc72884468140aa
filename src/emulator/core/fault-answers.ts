import { dressAs, refuseByStatus, type HostPorts } from '../graph';
import { unauthorizedAnswer } from '../identity';
import { base64UrlText } from '../identity/random-text';
import type { FaultEffect } from './fault-schema';
import { hostOf } from './host';

export interface FaultPorts extends HostPorts {
  /** Which of the two origins the request came to, by whatever name of it. */
  readonly origin: 'login' | 'bytes';
  readonly loginOrigin: string;
  /** Aborted when the emulator closes. */
  readonly closing: AbortSignal;
}

const MESSAGE = 'A scripted fault of the emulator.';
const WITHOUT_BODY = new Set([204, 205, 304]);

/** The answer a `status` effect stands for: in the host's own shape, as far as the effect says nothing else. */
export function statusAnswer(
  effect: Extract<FaultEffect, { kind: 'status' }>,
  request: Request,
  ports: FaultPorts,
): Response {
  const { status, body } = effect;
  const usual = usualAnswer(status, request, ports);
  const headers = new Headers(usual.headers);
  if (typeof body === 'string') headers.set('content-type', 'text/plain;charset=UTF-8');
  for (const [name, value] of Object.entries(effect.headers ?? {})) headers.set(name, value);
  if (WITHOUT_BODY.has(status)) return new Response(null, { status, headers });
  if (body === undefined) return new Response(usual.body, { status, headers });
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });
}

/** A 401 that asks for a newer token, as continuous access evaluation does. */
export function claimsChallengeAnswer(request: Request, ports: FaultPorts): Response {
  const notBefore = String(Math.floor(ports.now() / 1000));
  const claims = { access_token: { nbf: { essential: true, value: notBefore } } };
  const message = 'Continuous access evaluation resulted in challenge with result: InteractionRequired.';
  // Base64 with padding, as Graph sends it.
  const unpadded = base64UrlText(JSON.stringify(claims)).replaceAll('-', '+').replaceAll('_', '/');
  const padded = unpadded.padEnd(Math.ceil(unpadded.length / 4) * 4, '=');
  return dressAs('graph', request, ports, unauthorizedAnswer(message, request, ports, padded));
}

/** A success has nothing to say by itself: a 201 without the item is what it is. */
function usualAnswer(status: number, request: Request, ports: FaultPorts): Response {
  const host = hostOf(ports.origin, new URL(request.url).pathname);
  if (host === 'login') return loginAnswer(status, ports);
  if (status >= 400) return refuseByStatus(host, request, ports, { status, message: MESSAGE });
  const empty = new Response(null, { headers: { 'content-type': 'application/json' } });
  return dressAs(host, request, ports, empty);
}

function loginAnswer(status: number, ports: FaultPorts): Response {
  const headers = {
    'access-control-allow-origin': '*',
    'cache-control': 'no-store',
    date: new Date(ports.now()).toUTCString(),
    'x-ms-request-id': crypto.randomUUID(),
  };
  if (status < 400) return new Response(null, { headers });
  const body = {
    error: 'temporarily_unavailable',
    error_description: 'AADSTS90033: A transient error has occurred. Please try again.',
    error_codes: [90033],
  };
  return Response.json(body, { headers });
}
