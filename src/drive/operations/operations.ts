import type { DriveItem } from '../../graph';
import type { ReadableStore } from '../../lib';
import type { ClashAnswer } from './follow-operation';
import type { Deed, Operation } from './operation';

/**
 * Changes of many items, one operation after the other. The list shows each change at once, and takes back what fails.
 */
export interface Operations {
  /** Those that run, wait, or have ended and were not dismissed: the oldest first. */
  readonly all: ReadableStore<readonly Operation[]>;
  /** Resolves when it has ended, however; with nothing where nobody is signed in any more. Never rejects. */
  begin(deed: Deed): Promise<Operation | undefined>;
  /** What has not begun is left as it is; what is on its way ends. */
  stop(id: string): void;
  /** Tries once more what has failed, was stopped or changed meanwhile. */
  retry(id: string): void;
  /** Answers what asks because of a name, by the places of its entries. */
  answer(id: string, answers: ReadonlyMap<number, ClashAnswer>): void;
  /** Whether what is deleted of this item's drive can be taken back right afterwards. */
  canRestore(item: DriveItem): boolean;
  /** Whether the service can take back what it did. */
  canUndo(operation: Operation): boolean;
  /** Takes it back, as an operation of its own that stands in its place. */
  undo(id: string): void;
  /** Takes an ended one from the list. */
  dismiss(id: string): void;
}
