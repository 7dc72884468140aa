/* oxlint-disable no-await-in-loop -- names and looks are tried one after another */
import type { DriveItem } from '../graph';
import { isCancelled, numberedName, OneDriveError, sleep, toOneDriveError } from '../lib';
import { commitSession } from './commit-session';
import { compareWithSource } from './comparison';
import { endSession } from './end-session';
import { createHeldNameWait } from './held-name';
import { hasOwnTime, isOneOfMany, needsSession } from './needs-session';
import { createSessionKeeper, type OpenSession, type SessionKeeper } from './session-keeper';
import { uploadBySession } from './session-upload';
import { uploadSmall } from './small-upload';
import { createSourceFile, type SourceFile, type SourceIdentity } from './source-file';
import type { TransferContext } from './transfer-context';
import type { TransferEvent, TransferResult } from './transfer-state';
import type { FolderReference, TakenName, UploadTarget } from './types';
import type { UploadMemo } from './upload-memo';
import { findOurs, findTarget, type Before, type UploadAttempt, type UploadOutcome } from './upload-attempt';

/** Names tried before the question goes to the user. */
const NUMBERED_NAMES = 100;
/** The service reports a wrong hash or size for a while (OD#1066): milliseconds before each further look. */
const LOOKS_AGAIN = [1_000, 4_000];

/** What lives as long as the task, over all its runs. */
export interface UploadJob {
  readonly file: File;
  readonly identity: SourceIdentity;
  readonly isDated: boolean;
  readonly doubtful: Set<string>;
  readonly session: SessionKeeper;
  readonly memo: UploadMemo;
  /** Names under which an earlier page may have finished it. */
  readonly left: readonly string[];
}

/** @param kept what outlives the page; undefined where nothing does */
export function createUploadJob(
  file: File,
  identity: SourceIdentity,
  context: Pick<TransferContext, 'environment' | 'gate' | 'background'>,
  kept: UploadMemo | undefined,
): UploadJob {
  const memo = kept ?? NO_MEMO;
  const session = createSessionKeeper((uploadUrl) => endSession(context, memo, uploadUrl), memo);
  const left = [...memo.doubtful];
  const isDated = hasOwnTime(context.environment, identity);
  return { file, identity, isDated, doubtful: new Set(left), session, memo, left };
}

const NO_MEMO: UploadMemo = {
  session: undefined,
  doubtful: [],
  begin: async () => undefined,
  opened: async () => undefined,
  closing: () => undefined,
  closed: () => undefined,
  finished: () => undefined,
  trying: async () => undefined,
  decided: () => undefined,
  renamed: () => undefined,
  over: () => undefined,
};

/** Uploads one file into its folder and proves that it arrived. Resolves with the event that ends the run. */
export async function uploadFile(
  context: TransferContext,
  job: UploadJob,
  folder: FolderReference,
  { name, takenName }: { readonly name: string; readonly takenName: TakenName },
): Promise<TransferEvent> {
  job.session.begin();
  const source = { ...createSourceFile(job.file, job.identity, context.environment.hashThread), name };
  const target: UploadTarget = { driveId: folder.driveId, parentId: folder.id, name };
  const run = { context, job, source, target, takenName };
  const outcome = await sendOnce(run).finally(source.end);
  if (outcome.kind === 'finished') return { type: 'finished', result: outcome.result };
  const { error, existing } = outcome;
  if (takenName === 'fail') return { type: 'failed', error };
  return { type: 'conflicted', error, ...(existing && { existing }) };
}

async function sendOnce(run: Run): Promise<FileOutcome> {
  const arrived = await findArrived(run);
  if (arrived) return arrived;
  return run.takenName === 'rename' ? uploadRenamed(run) : uploadAs(run);
}

interface Run {
  readonly context: TransferContext;
  readonly job: UploadJob;
  readonly source: SourceFile;
  readonly target: UploadTarget;
  /** What to do about a taken name. */
  readonly takenName: TakenName;
}

type FileOutcome =
  | { readonly kind: 'finished'; readonly result: TransferResult }
  | (Extract<UploadOutcome, { kind: 'conflict' }> & { readonly existing?: DriveItem });

/** Each time the folder is looked at anew: whoever held the name may have finished. */
function uploadAs(run: Run): Promise<FileOutcome> {
  return whileHeld(run.context, () => tryName(run));
}

async function whileHeld<T extends UploadOutcome | FileOutcome>(
  context: TransferContext,
  tryOnce: () => Promise<T>,
): Promise<T> {
  const wait = createHeldNameWait(context);
  let outcome = await tryOnce();
  while (outcome.kind === 'conflict' && outcome.isHeld && (await wait())) outcome = await tryOnce();
  return outcome;
}

async function tryName(run: Run): Promise<FileOutcome> {
  const { context, source, target, takenName } = run;
  const conflictBehavior = takenName === 'ask' ? 'fail' : takenName;
  const before = await lookBefore(context, source, target);
  const attempt: UploadAttempt = { ...attemptAt(run, target), conflictBehavior, before };
  if (before.looked && before.item && conflictBehavior === 'fail') {
    return conflictBeforeSending(context, attempt, before.item);
  }
  const outcome = await send(context, attempt);
  if (outcome.kind === 'finished') return verify(context, attempt, outcome.item);
  const existing = before.looked && before.item ? before.item : await describe(context, target);
  return { ...outcome, ...(existing && { existing }) };
}

/**
 * "name 1.ext" like the service, but chosen here, so that a lost answer can be looked up under a known name:
 * the service's own `rename` makes "name 2" out of every repeat.
 */
async function uploadRenamed(run: Run): Promise<FileOutcome> {
  const { context, job, target: wanted } = run;
  let taken: FileOutcome = { kind: 'conflict', error: new OneDriveError('name-conflict') };
  for (const name of freshNames(wanted.name, job.session.get())) {
    const target = { ...wanted, name };
    if (await findTarget(context, target, 'preparing')) continue;
    const attempt = attemptAt(run, target);
    await job.memo.trying(name);
    const tryOnce = () => send(context, attempt);
    // An earlier page has tried it, so it is held for this very file: a number would be a second name of it.
    const outcome = await (job.left.includes(name) ? whileHeld(context, tryOnce) : tryOnce());
    if (outcome.kind === 'finished') return verify(context, attempt, outcome.item);
    taken = outcome;
  }
  return taken;
}

/** Under one of the names that an earlier run has tried: the answer may have been lost with that run, or its page. */
async function findArrived(run: Run): Promise<FileOutcome | undefined> {
  const { context, job, takenName } = run;
  const tried = takenName === 'rename' ? [...job.doubtful] : job.left;
  // The last one first: it was tried because the others had turned out to be somebody else's.
  for (const name of tried.toReversed()) {
    const attempt = attemptAt(run, { ...run.target, name });
    const wasFree = takenName === 'rename' && !job.left.includes(name);
    const ours = await findOurs(context, wasFree ? attempt : { ...attempt, before: { looked: false } });
    if (ours) return verify(context, attempt, ours);
  }
  return undefined;
}

/** What an earlier run has begun comes first: its bytes are there already. */
function* freshNames(wanted: string, begun: OpenSession | undefined): Generator<string> {
  const first = begun && !begun.isComplete ? begun.name : undefined;
  if (first !== undefined) yield first;
  for (let number = 0; number <= NUMBERED_NAMES; number += 1) {
    const name = numberedName(wanted, number);
    if (name !== first) yield name;
  }
}

/** At a name that nothing had, as far as was seen. */
function attemptAt({ source, job }: Run, target: UploadTarget): UploadAttempt {
  const { isDated, doubtful, session } = job;
  const before = { looked: true, item: undefined } as const;
  return { source, isDated, target, before, conflictBehavior: 'fail', doubtful, session };
}

async function send(context: TransferContext, attempt: UploadAttempt): Promise<UploadOutcome> {
  const kept = attempt.session.get();
  const committed = kept?.isComplete && (await commitSession(context, attempt, kept.uploadUrl));
  if (committed) return committed;
  return needsSession(context, attempt.source)
    ? uploadBySession(context, attempt)
    : context.turn(() => uploadSmall(context, attempt));
}

/** Sessions may ignore `fail` (DOC#3276), and what stood there before is no file of ours that was rewritten. */
async function lookBefore(
  context: TransferContext,
  source: SourceFile,
  target: UploadTarget,
): Promise<Before> {
  if (!needsSession(context, source)) return { looked: false };
  const together = isOneOfMany(context, source);
  return { looked: true, item: await findTarget(context, target, 'preparing', { together }) };
}

async function conflictBeforeSending(
  context: TransferContext,
  attempt: UploadAttempt,
  existing: DriveItem,
): Promise<FileOutcome> {
  const ours = attempt.doubtful.has(attempt.target.name) ? await findOurs(context, attempt) : undefined;
  if (ours) return verify(context, attempt, ours);
  return { kind: 'conflict', error: new OneDriveError('name-conflict'), existing };
}

/** For the question to the user only; without it the question is asked with less. */
async function describe(context: TransferContext, target: UploadTarget): Promise<DriveItem | undefined> {
  try {
    return await context.ports.findItem(target, context.signal);
  } catch (reason) {
    if (isCancelled(reason)) throw toOneDriveError(reason);
    return undefined;
  }
}

async function verify(
  context: TransferContext,
  attempt: UploadAttempt,
  answered: DriveItem,
): Promise<FileOutcome> {
  const { source, target, doubtful } = attempt;
  context.owners.set(answered.id, doubtful);
  // Somebody may stop here, and begin again: then it meets its own file.
  doubtful.add(target.name);
  context.report({ type: 'verifying' });
  let item = answered;
  for (const delay of [...LOOKS_AGAIN, undefined]) {
    const comparison = await compareWithSource(item, source);
    if (comparison !== 'different') return { kind: 'finished', result: resultOf(item, target, comparison) };
    if (delay === undefined) break;
    await sleep(context.environment, delay, context.signal);
    item = (await findTarget(context, target)) ?? item;
  }
  throw new OneDriveError('verification-failed');
}

function resultOf(
  answered: DriveItem,
  target: UploadTarget,
  comparison: 'equal' | 'changed-by-server' | 'unverified',
): TransferResult {
  const { driveId, parentId: id } = target;
  // Upload hosts leave out what the listing needs to place the item.
  const item = {
    ...answered,
    driveId: answered.driveId || driveId,
    parentReference: { driveId, id, ...definedOnly(answered.parentReference) },
  };
  if (comparison === 'changed-by-server') return { item, changedByServer: true };
  return comparison === 'unverified' ? { item, unverified: true } : { item };
}

function definedOnly(reference: DriveItem['parentReference']): DriveItem['parentReference'] {
  return Object.fromEntries(Object.entries(reference).filter(([, value]) => value !== undefined));
}
