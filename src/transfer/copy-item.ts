/* oxlint-disable no-await-in-loop -- names are tried one after another */
import type { DriveItem } from '../graph';
import { numberedName, OneDriveError, toOneDriveError, untilAborted, type SecretUrl } from '../lib';
import { callPort, waitForSignIn } from './call-port';
import { createCopyOrder, type CopyOrder } from './copy-order';
import { contentOf } from './content-address';
import { findCopy, followCopy, isCopyOf } from './follow-copy';
import { DOUBTFUL } from './passing';
import { createRetryBudget } from './retry-budget';
import type { TransferContext } from './transfer-context';
import type { TransferEvent } from './transfer-state';
import type { CopyTakenName, FolderReference, UploadTarget } from './types';
import { waitForRetry } from './wait-for-retry';

/** A copy, with what lives as long as its task. */
export interface CopyJob {
  readonly item: DriveItem;
  readonly target: FolderReference;
  readonly order: { current: CopyOrder | undefined };
}

/** Names tried before the question goes to the user. */
const NUMBERED_NAMES = 100;

/**
 * Has the service copy an item, and waits until it is there. Each name is chosen here and asked for once: the service
 * refuses a second copy of that name, so that no repeated request can make two.
 */
export async function copyItem(
  context: TransferContext,
  job: CopyJob,
  takenName: CopyTakenName,
): Promise<TransferEvent> {
  const begun = await takeUp(context, job);
  if (begun && begun !== 'taken') return begun;
  let existing: DriveItem | undefined;
  for (const name of namesFor(job.item.name, takenName)) {
    const target = { driveId: job.target.driveId, parentId: job.target.id, name };
    const find = () => callPort(context, 'preparing', () => context.ports.findItem(target, context.signal));
    const found = await find();
    existing ??= found;
    if (found) continue;
    const order = await placeOrder(context, job, target);
    const end = order === 'taken' ? order : await follow(context, job, order);
    if (end !== 'taken') return end;
    existing ??= await find();
  }
  const error = new OneDriveError('name-conflict');
  if (takenName === 'fail') return { type: 'failed', error };
  return { type: 'conflicted', error, ...(existing && { existing }) };
}

function* namesFor(name: string, takenName: CopyTakenName): Generator<string> {
  const last = takenName === 'rename' ? NUMBERED_NAMES : 0;
  for (let number = 0; number <= last; number += 1) yield numberedName(name, number);
}

/** Asks for it; after a lost answer only once the folder has been looked at. */
async function placeOrder(
  context: TransferContext,
  { item, order }: CopyJob,
  target: UploadTarget,
): Promise<CopyOrder | 'taken'> {
  const { ports, signal } = context;
  const budget = createRetryBudget();
  let isRepeated = false;
  for (;;) {
    context.report({ type: 'preparing' });
    // Beforehand: whoever cancels while it is on its way can't know, either.
    const current = createCopyOrder(target, isRepeated);
    order.current = current;
    const error = await send(context, ports.copyItem(contentOf(item), target, signal), current);
    if (!error) return current;
    const isDoubtful = DOUBTFUL.has(error.code);
    if (!isDoubtful && !isRepeated) order.current = undefined;
    if (error.code === 'sign-in-needed') {
      budget.spend(error);
      await waitForSignIn(context, error);
    } else if (isDoubtful || error.code === 'throttled') await waitForRetry(context, budget, error);
    else if (error.code !== 'name-conflict') throw error;
    isRepeated ||= isDoubtful;
    const isRefused = error.code === 'name-conflict';
    if (isRepeated && (await (isRefused ? findCopy : isThere)(context, item, target))) return current;
    if (isRefused) return 'taken';
  }
}

/** @returns why it was not heard, if so. @throws OneDriveError `cancelled` */
async function send(
  { signal }: TransferContext,
  request: Promise<SecretUrl | undefined>,
  order: CopyOrder,
): Promise<OneDriveError | undefined> {
  try {
    order.monitor = await untilAborted(request, signal);
    order.isHeard = true;
    return undefined;
  } catch (reason) {
    const error = toOneDriveError(reason);
    if (signal.aborted) throw new OneDriveError('cancelled', { cause: error });
    return error;
  }
}

async function isThere(context: TransferContext, item: DriveItem, target: UploadTarget): Promise<boolean> {
  const found = await callPort(context, 'verifying', () => context.ports.findItem(target, context.signal));
  return found !== undefined && isCopyOf(found, item);
}

/** What an earlier run has asked for. Where nobody knows whether it was heard, it counts only if it is there. */
async function takeUp(context: TransferContext, job: CopyJob): Promise<TransferEvent | 'taken' | undefined> {
  const { current } = job.order;
  if (!current) return undefined;
  const counts = current.isHeard || (await isThere(context, job.item, current.target));
  return counts ? follow(context, job, current) : undefined;
}

/** @returns `taken` where the name went to something else meanwhile */
async function follow(
  context: TransferContext,
  { item, order }: CopyJob,
  current: CopyOrder,
): Promise<TransferEvent | 'taken'> {
  const end = await followCopy(context, item, current);
  if (end.kind === 'arrived') {
    const result = { item: end.item, ...(!end.isProved && { unverified: true }) };
    return { type: 'finished', result };
  }
  order.current = undefined;
  if (end.error.code === 'name-conflict') return 'taken';
  throw end.error;
}
