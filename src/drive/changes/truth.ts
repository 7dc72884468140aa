import { toOneDriveError, type ErrorCode } from '../../lib';

/** After these nobody knows whether the service did it: its truth is read before anything is said or repeated. */
const DOUBTFUL: ReadonlySet<ErrorCode> = new Set([
  'offline',
  'timed-out',
  'unavailable',
  'unexpected-answer',
]);

export function isDoubtful(reason: unknown): boolean {
  return DOUBTFUL.has(toOneDriveError(reason).code);
}

export function isChanged(reason: unknown): boolean {
  return toOneDriveError(reason).code === 'changed-elsewhere';
}

/** Reads the service's truth after a failure; where that fails too, the first failure is what to tell. */
export async function look<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch {
    return undefined;
  }
}
