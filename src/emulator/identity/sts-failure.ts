import { stsCatalogue } from './sts-catalogue';
import type { StsCode } from './sts-catalogue';

/** What `{x}`, `{y}`, `{z}` and `{w}` of a catalogue text stand for. */
export interface StsValues {
  readonly w?: string;
  readonly x?: string;
  readonly y?: string;
  readonly z?: string;
}

/** The fields Entra sends with every error; MSAL reads `error_codes`, `suberror` and `error_uri`. */
export interface StsErrorBody {
  readonly error: string;
  readonly error_description: string;
  readonly error_codes: readonly number[];
  readonly timestamp: string;
  readonly trace_id: string;
  readonly correlation_id: string;
  readonly error_uri: string;
  readonly suberror?: string;
  readonly claims?: string;
}

export interface StsErrorContext {
  readonly loginOrigin: string;
  readonly correlationId: string | undefined;
  readonly now: () => number;
}

/** An answer of the identity platform that refuses, with its AADSTS number. */
export class StsFailure extends Error {
  override readonly name = 'StsFailure';
  readonly code: StsCode;
  readonly status: number;
  readonly values: StsValues;
  readonly overrides: { readonly error?: string; readonly suberror?: string; readonly claims?: string };

  constructor(code: StsCode, values: StsValues = {}, overrides: StsFailure['overrides'] = {}) {
    super(fill(stsCatalogue[code].text, values));
    this.code = code;
    this.values = values;
    this.overrides = overrides;
    const entry = stsCatalogue[code];
    this.status = entry.status ?? statusOf(overrides.error ?? entry.error);
  }
}

/** The sentence a page shows: the AADSTS number first, as people search for it. */
export function failureSentence(failure: StsFailure): string {
  return `AADSTS${failure.code}: ${failure.message}`;
}

export function failureBody(failure: StsFailure, context: StsErrorContext): StsErrorBody {
  const entry = stsCatalogue[failure.code];
  const suberror = failure.overrides.suberror ?? entry.suberror;
  const timestamp = stsTimestamp(context.now());
  const traceId = crypto.randomUUID();
  const correlationId = context.correlationId ?? crypto.randomUUID();
  return {
    error: failure.overrides.error ?? entry.error,
    error_description: [
      failureSentence(failure),
      `Trace ID: ${traceId}`,
      `Correlation ID: ${correlationId}`,
      `Timestamp: ${timestamp}`,
    ].join('\r\n'),
    error_codes: [failure.code],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    // MSAL takes `errorNo` from the number behind `code=`.
    error_uri: `${context.loginOrigin}/error?code=${failure.code}`,
    ...(suberror === undefined ? {} : { suberror }),
    ...(failure.overrides.claims === undefined ? {} : { claims: failure.overrides.claims }),
  };
}

/** `2026-11-22 04:30:00Z`, as in every answer of the token service. */
function stsTimestamp(time: number): string {
  return new Date(time)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z');
}

/** RFC 6749 5.2: only a client that failed to prove itself gets 401. */
function statusOf(error: string): number {
  return error === 'invalid_client' ? 401 : 400;
}

function fill(text: string, values: StsValues): string {
  return text.replaceAll(/\{([w-z])\}/g, (_match, key: 'w' | 'x' | 'y' | 'z') => values[key] ?? '');
}
