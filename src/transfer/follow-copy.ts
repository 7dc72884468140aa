/* oxlint-disable no-await-in-loop -- the service is asked again and again */
import type { DriveItem } from '../graph';
import { OneDriveError, sleep } from '../lib';
import { callPort } from './call-port';
import type { CopyOrder } from './copy-order';
import { askMonitor, type MonitorAnswer } from './copy-monitor';
import type { TransferContext } from './transfer-context';
import type { UploadTarget } from './types';

/** Milliseconds between two questions: the first, and the longest. */
const FIRST_PERIOD = 1_000;
const LONGEST_PERIOD = 10_000;
/** So long without any progress (milliseconds) nothing comes of it any more, whatever the monitor says (OD#306). */
const PATIENCE = 15 * 60_000;
/** “Completed” comes before a folder has all of its content (OD#1239), and some things are never copied (milliseconds). */
const GRACE = 60_000;

export type CopyEnd =
  | {
      readonly kind: 'arrived';
      readonly item: DriveItem;
      /** It has the size, the hash or the number of children of the original. */
      readonly isProved: boolean;
    }
  | { readonly kind: 'failed'; readonly error: OneDriveError };

/** Waits for the end of a copy: by its monitor as long as that answers, else by looking into the folder. */
export async function followCopy(
  context: TransferContext,
  source: DriveItem,
  order: CopyOrder,
): Promise<CopyEnd> {
  const { environment, signal } = context;
  const total = source.size ?? 0;
  let alive = environment.now();
  let percent = 0;
  context.report({ type: 'sent', loaded: 0, total });
  for (let period = FIRST_PERIOD; ; period = Math.min(LONGEST_PERIOD, period * 1.5)) {
    const answer = await ask(context, order);
    if (answer.kind === 'failed') return endOfFailed(context, source, order, answer.error);
    if (answer.kind === 'running') {
      if (answer.percent > percent) alive = environment.now();
      percent = Math.max(percent, answer.percent);
      context.report({ type: 'sent', loaded: Math.floor((total * percent) / 100), total });
    } else {
      const arrived = await look(context, source, order);
      if (arrived) return arrived;
    }
    if (environment.now() - alive >= PATIENCE) return giveUp(context, source, order);
    await sleep(environment, period, signal);
  }
}

async function ask(context: TransferContext, order: CopyOrder): Promise<MonitorAnswer> {
  if (!order.monitor) return { kind: 'silent' };
  const answer = await askMonitor(context, order.monitor);
  if (answer.kind === 'completed') order.completedAt ??= context.environment.now();
  if (answer.kind === 'completed' || answer.kind === 'gone') order.monitor = undefined;
  return answer;
}

async function look(
  context: TransferContext,
  source: DriveItem,
  { target, completedAt }: CopyOrder,
): Promise<CopyEnd | undefined> {
  const item = await find(context, target);
  if (!item) return undefined;
  if (isCopyOf(item, source)) return { kind: 'arrived', item, isProved: true };
  const isOver = completedAt !== undefined && context.environment.now() - completedAt >= GRACE;
  return isOver ? { kind: 'arrived', item, isProved: false } : undefined;
}

/** Two orders for one name, where the answer to the first was lost: the second one fails of the first. */
async function endOfFailed(
  context: TransferContext,
  source: DriveItem,
  { target, isRepeated }: CopyOrder,
  error: OneDriveError,
): Promise<CopyEnd> {
  const mayBeOurs = isRepeated && error.code === 'name-conflict';
  const item = mayBeOurs ? await findCopy(context, source, target) : undefined;
  return item ? { kind: 'arrived', item, isProved: true } : { kind: 'failed', error };
}

/** What has the name, if it is a copy of the original. The service may refuse a name before it shows who has it. */
export async function findCopy(
  context: TransferContext,
  source: DriveItem,
  target: UploadTarget,
): Promise<DriveItem | undefined> {
  const { environment, signal } = context;
  const until = environment.now() + GRACE;
  for (let period = FIRST_PERIOD; ; period *= 1.5) {
    const item = await find(context, target);
    if (item && isCopyOf(item, source)) return item;
    if (environment.now() >= until || isFile(item)) return undefined;
    await sleep(environment, period, signal);
  }
}

/** A file is there as a whole; a folder grows. */
function isFile(item: DriveItem | undefined): boolean {
  return item !== undefined && item.folder === undefined;
}

function find(context: TransferContext, target: UploadTarget): Promise<DriveItem | undefined> {
  return callPort(context, 'verifying', () => context.ports.findItem(target, context.signal));
}

async function giveUp(context: TransferContext, source: DriveItem, order: CopyOrder): Promise<CopyEnd> {
  const arrived = await look(context, source, order);
  // Passing: it may still come, and a retry looks before it asks.
  if (!arrived) throw new OneDriveError('timed-out');
  return arrived;
}

/** The name alone proves nothing: somebody else may have made it. */
export function isCopyOf(item: DriveItem, source: DriveItem): boolean {
  const folder = source.folder ?? source.remoteItem?.folder;
  if (item.size !== undefined && source.size !== undefined && item.size !== source.size) return false;
  if (folder) return item.folder !== undefined && isEqual(item.folder.childCount, folder.childCount);
  const file = source.file ?? source.remoteItem?.file;
  return item.folder === undefined && isEqual(item.file?.hashes?.quickXorHash, file?.hashes?.quickXorHash);
}

/** What one side does not tell is no difference. */
function isEqual<T>(one: T | undefined, other: T | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}
