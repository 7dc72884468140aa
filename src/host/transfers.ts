import type { ConflictAnswer, TransferPace, TransferSummary, TransferTask } from '../transfer';

/** The uploads and downloads of a control at one moment, and what can be done with them: for a page that draws them. */
export interface Transfers {
  /** In the order in which they were begun; one that has changed is another object. */
  readonly tasks: readonly TransferTask[];
  readonly summary: TransferSummary;
  readonly pace: TransferPace;
  /** Stops it until `resume`; without an id, all that can be stopped. So do the others. */
  readonly pause: (taskId?: string) => void;
  readonly resume: (taskId?: string) => void;
  readonly cancel: (taskId?: string) => void;
  /** Begins one again that has failed or was cancelled; without an id, all that have failed. */
  readonly retry: (taskId?: string) => void;
  /** Where its name is taken: the status `conflict`. */
  readonly resolveConflict: (taskId: string, answer: ConflictAnswer) => void;
  /** Takes what has ended out of the list. */
  readonly clearFinished: (taskId?: string) => void;
}
