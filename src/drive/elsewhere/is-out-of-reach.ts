import { toOneDriveError } from '../../lib';

/** It is gone, or closed to the user: what else is asked for stands without it. */
export function isOutOfReach(cause: unknown): boolean {
  const { code } = toOneDriveError(cause);
  return code === 'access-denied' || code === 'not-found';
}
