import { unauthorizedAnswer } from '../identity';
import { base64UrlText } from '../identity/random-text';
import type { FaultEffect } from './fault-schema';

export interface FaultPorts {
  /** Which of the two origins the request came to, by whatever name of it. */
  readonly origin: 'login' | 'bytes';
  readonly loginOrigin: string;
  /** Strict mode: `Retry-After` is not readable by pages. */
  readonly strict: boolean;
  readonly now: () => number;
  /** Aborted when the emulator closes. */
  readonly closing: AbortSignal;
}

const drivePath = /^\/(v1\.0|beta)\//;

/** Graph's words for the statuses that faults send most. */
const graphCodes: Readonly<Record<number, string>> = {
  400: 'invalidRequest',
  401: 'InvalidAuthenticationToken',
  403: 'accessDenied',
  404: 'itemNotFound',
  409: 'nameAlreadyExists',
  410: 'resyncRequired',
  412: 'resourceModified',
  416: 'invalidRange',
  423: 'resourceLocked',
  429: 'activityLimitReached',
  500: 'generalException',
  502: 'serviceNotAvailable',
  503: 'serviceNotAvailable',
  504: 'serviceNotAvailable',
  507: 'quotaLimitReached',
  509: 'activityLimitReached',
};

/** The answer a `status` effect stands for. */
export function statusAnswer(
  effect: Extract<FaultEffect, { kind: 'status' }>,
  request: Request,
  ports: FaultPorts,
): Response {
  const headers = crossOriginHeaders(ports);
  headers.set('request-id', crypto.randomUUID());
  headers.set('date', new Date(ports.now()).toUTCString());
  for (const [name, value] of Object.entries(effect.headers ?? {})) headers.set(name, value);
  if (effect.status === 204 || effect.status === 304) {
    return new Response(null, { status: effect.status, headers });
  }
  if (typeof effect.body === 'string') return new Response(effect.body, { status: effect.status, headers });
  const body = effect.body === undefined ? defaultBody(effect.status, request, ports) : effect.body;
  return Response.json(body, { status: effect.status, headers });
}

/** A 401 that asks for a newer token, as continuous access evaluation does. */
export function claimsChallengeAnswer(request: Request, ports: FaultPorts): Response {
  const notBefore = String(Math.floor(ports.now() / 1000));
  const claims = { access_token: { nbf: { essential: true, value: notBefore } } };
  const message = 'Continuous access evaluation resulted in challenge with result: InteractionRequired.';
  // Base64 with padding, as Graph sends it.
  const unpadded = base64UrlText(JSON.stringify(claims)).replaceAll('-', '+').replaceAll('_', '/');
  const padded = unpadded.padEnd(Math.ceil(unpadded.length / 4) * 4, '=');
  const answer = unauthorizedAnswer(message, request, ports, padded);
  for (const [name, value] of crossOriginHeaders(ports)) answer.headers.set(name, value);
  return answer;
}

function crossOriginHeaders(ports: FaultPorts): Headers {
  const exposed = [
    'ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id',
    'ReadWriteConsistencyToken, SdkVersion, WWW-Authenticate, x-ms-client-gcc-tenant',
    ...(ports.strict ? [] : ['Retry-After']),
  ];
  return new Headers({
    'access-control-allow-origin': '*',
    'access-control-expose-headers': exposed.join(', '),
    'cache-control': 'no-store',
  });
}

function defaultBody(status: number, request: Request, ports: FaultPorts): unknown {
  const { pathname } = new URL(request.url);
  if (ports.origin === 'login' && !drivePath.test(pathname)) {
    return {
      error: 'temporarily_unavailable',
      error_description: 'AADSTS90033: A transient error has occurred. Please try again.',
      error_codes: [90033],
    };
  }
  const message = 'A scripted fault of the emulator.';
  return { error: { code: graphCodes[status] ?? 'UnknownError', message, innerError: {} } };
}
