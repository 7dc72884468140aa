import type { ErrorCode, OneDriveError } from '../lib';

/** The request may have been applied: nobody has heard. */
export const UNHEARD: ReadonlySet<ErrorCode> = new Set(['timed-out', 'unavailable', 'unexpected-answer']);

/** The same, or it may never have left. */
export const DOUBTFUL: ReadonlySet<ErrorCode> = new Set([...UNHEARD, 'offline']);

const PASSING: ReadonlySet<ErrorCode> = new Set([...DOUBTFUL, 'sign-in-needed', 'throttled']);

/** Says nothing about the file itself: a retry goes on with what has arrived. */
export function isPassing({ code }: OneDriveError): boolean {
  return PASSING.has(code);
}
