import type { LeavingParts } from './follow-leaving';
import type { PendingAct } from './pending-act';

const IN_HAND: ReadonlySet<string | undefined> = new Set(['offered', 'running']);

/** Until every file has arrived, or the control ends: until then each can be sent, or saved, once more. */
export function holdFiles(
  { transfers, resumption, ended }: LeavingParts,
  acts: readonly PendingAct[],
  release: () => void,
): void {
  if (ended.signal.aborted) return release();
  // What is to be saved may be asked for once more, whatever has become of it: nobody tells when it is not.
  const isToBeSaved = acts.some(({ kind }) => kind === 'save');
  const isNeeded = () =>
    isToBeSaved ||
    IN_HAND.has(resumption.get()?.status) ||
    transfers.unfinished().some(({ kind }) => kind === 'upload') ||
    transfers.tasks.get().some(({ kind, state }) => kind === 'upload' && state.status !== 'done');
  const end = () => {
    ended.signal.removeEventListener('abort', end);
    for (const unfollow of unfollows) unfollow();
    release();
  };
  const follow = () => {
    if (!isNeeded()) end();
  };
  const unfollows = [resumption, transfers.tasks].map((store) => store.subscribe(follow));
  ended.signal.addEventListener('abort', end);
}
