import type { ErrorCode, OneDriveError } from '../lib';

const PASSING: ReadonlySet<ErrorCode> = new Set([
  'offline',
  'sign-in-needed',
  'throttled',
  'timed-out',
  'unavailable',
  'unexpected-answer',
]);

/** Says nothing about the file itself: a retry goes on with what has arrived. */
export function isPassing({ code }: OneDriveError): boolean {
  return PASSING.has(code);
}
