import type { SecretUrl } from '../lib';
import type { UploadTarget } from './types';

/** What the service was asked for: it goes on whatever becomes of the page. */
export interface CopyOrder {
  readonly target: UploadTarget;
  /** An order before it may have been heard: what has the name may be ours. */
  readonly isRepeated: boolean;
  /** The service has said that it will; without that it may have, all the same. */
  isHeard: boolean;
  /** Tells how far it is; undefined where a page can't know it, or where it says nothing any more. */
  monitor: SecretUrl | undefined;
  /** The service has said that it is done (epoch milliseconds). */
  completedAt: number | undefined;
}

export function createCopyOrder(target: UploadTarget, isRepeated: boolean): CopyOrder {
  return { target, isRepeated, isHeard: false, monitor: undefined, completedAt: undefined };
}
