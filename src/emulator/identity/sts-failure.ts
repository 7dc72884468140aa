import { stsCatalogue } from './sts-catalogue';
import type { StsCode } from './sts-catalogue';

/** What `{x}`, `{y}` and `{z}` of a catalogue text stand for. */
export interface StsValues {
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
    this.status = code === 90033 ? 503 : code === 7000218 || code === 7000215 ? 401 : 400;
  }
}

/** The sentence a page shows: the AADSTS number first, as people search for it. */
export function failureSentence(failure: StsFailure): string {
  return `AADSTS${failure.code}: ${failure.message}`;
}

export function failureBody(failure: StsFailure, context: StsErrorContext): StsErrorBody {
  const entry = stsCatalogue[failure.code];
  const suberror = failure.overrides.suberror ?? ('suberror' in entry ? entry.suberror : undefined);
  const timestamp = new Date(context.now())
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z');
  const traceId = crypto.randomUUID();
  const correlationId = context.correlationId ?? crypto.randomUUID();
  return {
    error: failure.overrides.error ?? entry.error,
    error_description: `${failureSentence(failure)} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
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

function fill(text: string, values: StsValues): string {
  return text.replaceAll(/\{([xyz])\}/g, (_match, key: 'x' | 'y' | 'z') => values[key] ?? '');
}
