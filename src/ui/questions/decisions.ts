import type { UploadAnswer } from '../../transfer';
import { canReplace, isInterrupted, type BadName, type Clash } from './upload-questions';

/** What is to become of all names that are taken. */
export type ForAll = 'replace' | 'rename' | 'skip' | 'continue' | 'decide';

/** Which of the two is to be there afterwards. */
export interface Kept {
  readonly mine: boolean;
  readonly existing: boolean;
}

/** Both: nothing is lost before somebody says so. */
export const KEEP_BOTH: Kept = { mine: true, existing: true };

/** What will be sent instead of a name that OneDrive refuses; nothing where it is skipped. */
export interface NewName {
  readonly name: string;
  readonly isSkipped: boolean;
}

export interface Decisions {
  readonly forAll: ForAll;
  readonly kept: ReadonlyMap<string, Kept>;
  readonly names: ReadonlyMap<string, NewName>;
}

export function newNameOf({ id, name, state }: BadName, names: Decisions['names']): NewName {
  return names.get(id) ?? { name: state.proposal ?? name, isSkipped: false };
}

export function answerTo(kept: Kept): 'replace' | 'rename' | 'skip' {
  if (!kept.mine) return 'skip';
  return kept.existing ? 'rename' : 'replace';
}

/** What is said to each upload that asks. */
export function answersOf(
  clashes: readonly Clash[],
  badNames: readonly BadName[],
  decisions: Decisions,
): readonly (readonly [taskId: string, answer: UploadAnswer])[] {
  return [
    ...clashes.map((clash) => [clash.taskId, answerFor(clash, decisions)] as const),
    ...badNames.map((badName) => {
      const { name, isSkipped } = newNameOf(badName, decisions.names);
      return [badName.taskId, isSkipped ? 'skip' : { name }] as const;
    }),
  ];
}

function answerFor(clash: Clash, { forAll, kept }: Decisions): UploadAnswer {
  switch (forAll) {
    case 'decide':
      return answerTo(kept.get(clash.id) ?? KEEP_BOTH);
    case 'continue':
      return isInterrupted(clash) ? 'replace' : 'skip';
    case 'replace':
      return canReplace(clash) ? 'replace' : 'rename';
    default:
      return forAll;
  }
}
