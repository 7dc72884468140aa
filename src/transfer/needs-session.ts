import type { SourceFile } from './source-file';
import type { TransferContext } from './transfer-context';

/** A file that was changed so lately (milliseconds) is as old as what the service makes of it. */
const AS_GOOD_AS_NOW = 60_000;

/**
 * One request carries the bytes of a small file, but not when it was changed: that can be said to a session only, because
 * a PATCH afterwards makes a second version (rclone#1716). Sessions take no empty files.
 */
export function needsSession(
  { smallFileLimit, environment }: Pick<TransferContext, 'smallFileLimit' | 'environment'>,
  { size, lastModified }: Pick<SourceFile, 'size' | 'lastModified'>,
): boolean {
  if (size > smallFileLimit) return true;
  return size > 0 && hasOwnTime(environment, { lastModified });
}

/** It was changed so long before that its time tells it from what anybody writes now. */
export function hasOwnTime(
  environment: TransferContext['environment'],
  { lastModified }: Pick<SourceFile, 'lastModified'>,
): boolean {
  return Math.abs(environment.now() - lastModified) > AS_GOOD_AS_NOW;
}

/** Small files come in hundreds: what is asked for each of them is asked for many at once. */
export function isOneOfMany(
  { smallFileLimit }: Pick<TransferContext, 'smallFileLimit'>,
  { size }: Pick<SourceFile, 'size'>,
): boolean {
  return size <= smallFileLimit;
}
