import type { TelemetryEvent } from '../../lib';

/** What an operator asks for, counted since the control was made. */
export interface TelemetryCounters {
  readonly signInAttempts: number;
  readonly signIns: number;
  /** How often a sign-in failed, by its cause: `AADSTS50011`, `popup_window_error`, else the control's own code. */
  readonly signInFailures: Readonly<Record<string, number>>;
  readonly connections: number;
  readonly renewals: number;
  readonly failedRenewals: number;
  /** Requests to Graph, each once however often it was sent. */
  readonly requests: number;
  readonly failedRequests: number;
  readonly throttled: number;
  readonly retried: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
}

export const NOTHING_COUNTED: TelemetryCounters = {
  signInAttempts: 0,
  signIns: 0,
  signInFailures: {},
  connections: 0,
  renewals: 0,
  failedRenewals: 0,
  requests: 0,
  failedRequests: 0,
  throttled: 0,
  retried: 0,
  bytesUp: 0,
  bytesDown: 0,
};

export function countEvent(before: TelemetryCounters, event: TelemetryEvent): TelemetryCounters {
  const more = (counter: Exclude<keyof TelemetryCounters, 'signInFailures'>, by = 1) => ({
    ...before,
    [counter]: before[counter] + by,
  });
  switch (event.name) {
    case 'sign-in-started':
      return more('signInAttempts');
    case 'sign-in-succeeded':
      return more('signIns');
    case 'sign-in-failed': {
      const cause = event.serviceCode ?? event.code;
      const failures = before.signInFailures;
      return { ...before, signInFailures: { ...failures, [cause]: (failures[cause] ?? 0) + 1 } };
    }
    case 'connected':
      return more('connections');
    case 'token-renewed':
      return more('renewals');
    case 'token-renewal-failed':
      return more('failedRenewals');
    case 'request-finished':
      return { ...more('requests'), ...(event.code && { failedRequests: before.failedRequests + 1 }) };
    case 'request-retried':
      return more('retried');
    case 'throttled':
      return more('throttled');
    case 'transfer-finished':
      // What the service copies passes no line.
      return event.kind === 'copy'
        ? before
        : more(event.kind === 'upload' ? 'bytesUp' : 'bytesDown', event.bytes);
    default:
      return before;
  }
}
