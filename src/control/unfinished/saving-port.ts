import type { UnsavedFiles } from '../../transfer';

/** What the interface is saving for the page, and has no upload of yet: it is put away with the rest of the work. */
export interface SavingPort {
  /** Undefined where nothing is left to be saved. */
  unsaved(): SavingNow | undefined;
  /** Has the user save them once more: nothing is sent by itself. */
  again(files: UnsavedFiles): void;
  /** The user does not want to. */
  giveUp(): void;
}

interface SavingNow {
  readonly files: UnsavedFiles;
  /** The uploads that have been begun for them. */
  readonly taskIds: readonly string[];
}
