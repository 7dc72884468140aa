import { isUnfinished, type TransferTask } from '../../transfer';
import type { LeavingParts } from './follow-leaving';
import { openActs } from './pending-act';

/**
 * The browser asks before the page goes away while something would be lost, and only then: a page with such a question
 * may be left out of the browser's cache of pages to go back to.
 */
export function warnBeforeLeaving({ share, transfers, resumption, isKept, ended }: LeavingParts): void {
  if (ended.signal.aborted) return;
  const { askBeforeLeaving } = share.environment;
  /** What lacks its file, or the user's word, already lies in the journal. */
  const isLost = (task: TransferTask) =>
    isUnfinished(task) && task.state.status !== 'interrupted' && !transfers.kept.goesOn(task.id);
  const wouldLose = () =>
    !isKept.get() && (openActs(resumption.get()).length > 0 || transfers.tasks.get().some(isLost));
  let stop: (() => void) | undefined;
  const end = () => {
    stop?.();
    stop = undefined;
  };
  const follow = () => {
    if (!wouldLose()) end();
    else stop ??= askBeforeLeaving();
  };
  follow();
  const ends = [isKept, resumption, transfers.tasks].map((store) => store.subscribe(follow));
  ended.signal.addEventListener('abort', () => [...ends, end].forEach((one) => one()));
}
