import { isSettled, progressOf } from '../transfer-summary';
import type { TransferTask } from '../types';
import type { Candidate } from './candidate';

/**
 * Those that do not fit beside everything else that is being uploaded to the drive, with the bytes that each lacks. As
 * many as possible are kept: the small ones first.
 *
 * @param remaining bytes; where that is not known, everything fits
 */
export function findLacking(
  candidates: readonly Candidate[],
  remaining: number | undefined,
  tasks: readonly TransferTask[],
  driveId: string,
): ReadonlyMap<string, number> {
  const lacking = new Map<string, number>();
  if (remaining === undefined) return lacking;
  const own = new Set(candidates.map(({ id }) => id));
  const others = tasks.filter(
    ({ id, kind, folder }) => kind === 'upload' && folder?.driveId === driveId && !own.has(id),
  );
  let room = others.reduce((left, task) => left - missingOf(task), remaining);
  for (const { id, size } of candidates.toSorted((a, b) => a.size - b.size)) {
    if (size > 0 && size > room) lacking.set(id, size - Math.max(0, room));
    else room -= size;
  }
  return lacking;
}

/** Bytes that are still to come. */
function missingOf({ size, state }: TransferTask): number {
  return isSettled(state) ? 0 : Math.max(0, size - (progressOf(state)?.loaded ?? 0));
}
