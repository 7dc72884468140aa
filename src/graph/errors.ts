import * as v from 'valibot';
import { OneDriveError, parseRetryAfter, parseServiceTime, type ErrorCode } from '../lib';

interface ServiceError {
  readonly code: string | undefined;
  readonly innerCodes: readonly string[];
  readonly requestId: string | undefined;
  /** When the service refused, by its own clock. */
  readonly time: number | undefined;
}

/** The part of an HTTP answer that tells why it failed; what both fetch and XMLHttpRequest can give. */
export interface FailedAnswer {
  readonly status: number;
  readonly body: string;
  header(name: string): string | null;
}

const textSchema = v.nullish(v.string());
const bodySchema = v.looseObject({
  error: v.looseObject({
    code: textSchema,
    innerError: v.optional(v.unknown()),
    innererror: v.optional(v.unknown()),
  }),
});
const innerSchema = v.looseObject({
  code: textSchema,
  date: textSchema,
  'request-id': textSchema,
  innerError: v.optional(v.unknown()),
  innererror: v.optional(v.unknown()),
});

/**
 * Graph's error answer as the control's error. Codes are compared ignoring case (gateway and drive differ)
 * and both `innerError` and `innererror` are walked down, because the inner code is the precise one.
 */
export function errorFromAnswer(answer: FailedAnswer, now: number): OneDriveError {
  const service = readServiceError(answer.body);
  const codes = [...service.innerCodes].reverse().concat(service.code ?? []);
  return new OneDriveError(readCode(answer.status, codes), {
    status: answer.status,
    serviceCode: answer.status === 401 && isFarFrom(now, service.time) ? 'clock-wrong' : codes[0],
    requestId: answer.header('request-id') ?? service.requestId,
    retryAfter: parseRetryAfter(answer.header('Retry-After'), now),
    claims: parseClaims(answer.header('WWW-Authenticate')),
  });
}

/** Tokens are good for a few minutes more than they say: a clock farther off is why one is refused. */
function isFarFrom(now: number, time = now): boolean {
  return Math.abs(now - time) > 5 * 60_000;
}

function readCode(status: number, serviceCodes: readonly string[]): ErrorCode {
  // Whatever a proxy or back end writes into the body, these two statuses mean one thing.
  if (status === 429 || status === 509) return 'throttled';
  const known = serviceCodes.map((code) => BY_SERVICE_CODE.get(code.toLowerCase()));
  return known.find((code) => code !== undefined) ?? codeOfStatus(status);
}

/** The claims challenge of a 401, decoded, as MSAL wants it. */
function parseClaims(authenticate: string | null): string | undefined {
  const encoded = /\bclaims="([^"]+)"/.exec(authenticate ?? '')?.[1];
  if (!encoded || !/insufficient_claims/.test(authenticate ?? '')) return undefined;
  try {
    const claims = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    JSON.parse(claims);
    return claims;
  } catch {
    return undefined; // An unreadable challenge is a plain 401.
  }
}

function readServiceError(body: string): ServiceError {
  const parsed = v.safeParse(bodySchema, parseJson(body));
  if (!parsed.success) return { code: undefined, innerCodes: [], requestId: undefined, time: undefined };
  const innerCodes: string[] = [];
  let requestId: string | undefined;
  let time: number | undefined;
  let next: unknown = parsed.output.error.innerError ?? parsed.output.error.innererror;
  for (let depth = 0; depth < 8; depth += 1) {
    const inner = v.safeParse(innerSchema, next);
    if (!inner.success) break;
    if (inner.output.code) innerCodes.push(inner.output.code);
    requestId ??= inner.output['request-id'] ?? undefined;
    time ??= parseServiceTime(inner.output.date);
    next = inner.output.innerError ?? inner.output.innererror;
  }
  return { code: parsed.output.error.code ?? undefined, innerCodes, requestId, time };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined; // HTML from the edge, or nothing: the status alone decides.
  }
}

const BY_SERVICE_CODE = new Map<string, ErrorCode>([
  ['accessdenied', 'access-denied'],
  ['activitylimitreached', 'throttled'],
  ['authorization_requestdenied', 'access-denied'],
  ['entitytagdoesnotmatch', 'changed-elsewhere'],
  ['invalidpath', 'invalid-name'],
  ['itemnotfound', 'not-found'],
  ['lockmismatch', 'locked'],
  ['malwaredetected', 'malware'],
  ['namealreadyexists', 'name-conflict'],
  ['pathistoolong', 'invalid-name'],
  ['quotalimitreached', 'quota-exceeded'],
  ['resourcelocked', 'locked'],
  ['resourcemodified', 'changed-elsewhere'],
  ['servicenotavailable', 'unavailable'],
  ['throttledrequest', 'throttled'],
  ['toomanyrequests', 'throttled'],
  ['unauthenticated', 'sign-in-needed'],
  ['invalidauthenticationtoken', 'sign-in-needed'],
  ['uploadsessionnotfound', 'session-lost'],
  ['virussuspicious', 'malware'],
]);

function codeOfStatus(status: number): ErrorCode {
  if (status === 401) return 'sign-in-needed';
  if (status === 402 || status === 403) return 'access-denied';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 409) return 'name-conflict';
  if (status === 412) return 'changed-elsewhere';
  if (status === 423) return 'locked';
  if (status === 507) return 'quota-exceeded';
  if (status >= 500) return 'unavailable';
  return 'invalid-request';
}
