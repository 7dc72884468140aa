import type { DriveItem } from '../../graph';
import { OneDriveError, toOneDriveError } from '../../lib';
import {
  changeCheckout,
  look,
  moveItem,
  removeForEver,
  removeItem,
  renameItem,
  restoreItem,
  restoreVersion,
  type ChangeParts,
} from '../changes';
import type { NamedItem } from '../commands';
import { isSameDrive } from '../item-key';
import type { MoveStep, Outcome, Phase, RenameStep, RestoreStep, Step } from './operation';

export interface StepParts extends ChangeParts {
  /**
   * Copies an item into a folder of another drive. Resolves once the copy is there, and proved to be one.
   * @throws OneDriveError `name-conflict`, `verification-failed`, …
   */
  readonly copyThere: (
    item: DriveItem,
    target: NamedItem,
    taken: 'fail' | 'rename',
    signal: AbortSignal,
  ) => Promise<DriveItem>;
}

/** Does one step, and says how it ended. Never rejects. */
export async function carryOut(
  parts: StepParts,
  step: Step,
  signal: AbortSignal,
  onPhase: (phase: Phase) => void,
): Promise<Outcome> {
  try {
    if (step.kind === 'move' && !isSameDrive(step.item, step.to)) {
      return await moveBetween(parts, step, signal, onPhase);
    }
    onPhase('changing');
    if (step.kind === 'rename' && step.via !== undefined)
      return await renameVia(parts, step, step.via, signal);
    if (step.kind === 'restore' && step.taken === 'replace' && step.existing) {
      return await restoreInstead(parts, step, step.existing, signal);
    }
    return { status: 'done', item: await change(parts, step, signal) };
  } catch (cause) {
    return outcomeOf(parts, step, toOneDriveError(cause), signal);
  }
}

async function change(parts: StepParts, step: Step, signal: AbortSignal): Promise<DriveItem | undefined> {
  const item = await itemOf(parts, step, signal);
  switch (step.kind) {
    case 'move':
      return moveItem(parts, item, step, signal);
    case 'rename':
      return renameItem(parts, item, step, signal);
    case 'restore':
      return restoreItem(parts, item, signal, step.taken && 'numbered');
    case 'restore-version':
      return restoreVersion(parts, item, step.versionId, signal);
    case 'check-out':
    case 'check-in':
    case 'discard-check-out':
      return changeCheckout(parts, item, step, signal);
    case 'delete':
      await removeItem(parts, item, signal);
      return undefined;
    case 'delete-for-ever':
      await removeForEver(parts, item, signal);
      return undefined;
  }
}

/** As it was seen; where somebody wants it all the same, as it is now. */
async function itemOf({ requests }: StepParts, step: Step, signal: AbortSignal): Promise<DriveItem> {
  if (!step.isAgain || step.kind === 'restore') return step.item;
  try {
    return await requests.item(step.item, signal);
  } catch (cause) {
    // What is gone is as good as deleted: the deletion finds that out itself.
    if (step.kind.startsWith('delete') && toOneDriveError(cause).code === 'not-found') return step.item;
    throw cause;
  }
}

/** Both are there before one goes, so that nothing is lost whatever happens. */
async function restoreInstead(
  parts: StepParts,
  { item, isAgain, back: before }: RestoreStep,
  existing: DriveItem,
  signal: AbortSignal,
): Promise<Outcome> {
  const back = before ?? (await restoreItem(parts, item, signal, 'numbered'));
  try {
    const other = isAgain ? await look(() => parts.requests.item(existing, signal)) : existing;
    await removeItem(parts, other ?? existing, signal);
    return { status: 'done', item: await renameItem(parts, back, { name: item.name }, signal) };
  } catch (cause) {
    return { status: 'failed', error: toOneDriveError(cause), now: back };
  }
}

/** Out of the way of another that is to have its name; then to its own, or back where that is not free. */
async function renameVia(
  parts: StepParts,
  step: RenameStep,
  via: string,
  signal: AbortSignal,
): Promise<Outcome> {
  const { halfway, name } = step;
  if (!halfway) {
    const item = await itemOf(parts, step, signal);
    return { status: 'halfway', item: await renameItem(parts, item, { name: via, taken: 'rename' }, signal) };
  }
  try {
    return { status: 'done', item: await renameItem(parts, halfway, { name }, signal) };
  } catch (cause) {
    const back = await look(() => renameItem(parts, halfway, { name: step.item.name }, signal));
    return { status: 'failed', error: toOneDriveError(cause), now: back ?? halfway };
  }
}

/** The service moves nothing between drives: a copy first, and only when that is proved the original goes. */
async function moveBetween(
  parts: StepParts,
  step: MoveStep,
  signal: AbortSignal,
  onPhase: (phase: Phase) => void,
): Promise<Outcome> {
  let { copied } = step;
  if (!copied) {
    onPhase('copying');
    const taken = step.taken === 'rename' ? 'rename' : 'fail';
    copied = await parts.copyThere(step.item, step.to, taken, signal);
  }
  onPhase('removing');
  try {
    const item = step.isAgain ? await itemOf(parts, step, signal) : step.item;
    if (!step.isAgain) await assertSame(parts, item, signal);
    await removeItem(parts, item, signal);
    return { status: 'done', item: copied };
  } catch (cause) {
    return { status: 'failed', error: toOneDriveError(cause), copied };
  }
}

/** A folder has no eTag that would guard what lies in it: what was added while it was copied must not go with it. */
async function assertSame({ requests }: StepParts, item: DriveItem, signal: AbortSignal): Promise<void> {
  if (!item.folder) return;
  const now = await requests.item(item, signal);
  if (now.size !== item.size || now.folder?.childCount !== item.folder.childCount) {
    throw new OneDriveError('changed-elsewhere');
  }
}

async function outcomeOf(
  { requests }: StepParts,
  step: Step,
  error: OneDriveError,
  signal: AbortSignal,
): Promise<Outcome> {
  if (error.code === 'locked') {
    // Who has it, and since when, is to be seen.
    const now = await look(() => requests.item(step.item, signal));
    return { status: 'failed', error, now };
  }
  // Only a place can be shared by two: a name that was typed is typed once more.
  const isShared = step.kind === 'move' || step.kind === 'restore';
  if (!isShared || error.code !== 'name-conflict') return { status: 'failed', error };
  try {
    const { driveId, parentReference, name } = step.item;
    const [folder, taken] =
      step.kind === 'move' ? [step.to, step.name ?? name] : [{ driveId, id: parentReference.id ?? '' }, name];
    const existing = await requests.child(folder, taken, signal);
    return { status: 'conflict', error, existing };
  } catch {
    // The question can be asked without it.
    return { status: 'conflict', error };
  }
}
