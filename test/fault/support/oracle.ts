import { expect } from 'vitest';
import { nameKey } from '../../../src/drive';
import type { ConflictAnswer, TransferQueue, TransferTask, UploadOptions } from '../../../src/transfer';
import { secretsIn } from '../../situations/support/marked-secrets';
import type { LeapingEnvironment } from './leaping-environment';
import type { RowWatch } from './watch-rows';

/** Somebody else's client: what it writes is none of the control's doing. */
export const OTHER_CLIENT = '66666666-6666-4666-8666-666666666666';

interface Write {
  readonly kind: string;
  readonly itemId: string;
  readonly name: string;
  readonly application: string | null;
}

interface Item {
  readonly id: string;
  readonly path: string;
  readonly kind: 'file' | 'folder';
}

/** What the emulator knows. */
export interface Truth {
  readonly items: readonly Item[];
  readonly writes: readonly Write[];
  readonly uploadSessions: readonly object[];
  readonly earlyRequests: readonly object[];
}

/** What somebody wanted of the control. */
export interface Asked {
  readonly taskId: string;
  readonly file: File;
  readonly takenName: UploadOptions['conflictBehavior'];
  answer?: ConflictAnswer;
}

/** What the oracle looks at, whatever has driven it. */
export interface Subject {
  readonly transfers: TransferQueue;
  readonly environment: LeapingEnvironment;
  readonly asked: readonly Asked[];
  /** Whatever this page has told: tasks, events, the console. */
  readonly told: () => string;
  /** Secrets that must be seen nowhere: tokens, and what preauthenticated addresses hold. */
  readonly secrets: readonly string[];
  readonly rows: RowWatch;
  readonly truth: () => Promise<Truth>;
  readonly contentOf: (itemId: string) => Promise<Uint8Array>;
  readonly clearFaults: () => Promise<void>;
  readonly end: () => void;
}

export interface OracleOptions {
  /**
   * Milliseconds until no upload session is open. One whose answer was lost has an address that nobody knows: only time
   * ends it, a quarter of an hour on work drives.
   */
  readonly sessionsEndWithin?: number;
  /** What still goes on behind the rows is to meet the faults, too. */
  readonly keepsFaults?: boolean;
}

/** What must hold after every run, whatever went wrong (shared design, faults.md: the oracle). */
export async function expectTruth(
  subject: Subject,
  { sessionsEndWithin = 120_000, keepsFaults = false }: OracleOptions = {},
): Promise<void> {
  const { transfers, environment } = subject;
  const tasks = transfers.tasks.get();
  expect(tasks.filter(({ state }) => !isAtRest(state.status)).map(({ state }) => state)).toEqual([]);
  if (!keepsFaults) await subject.clearFaults();
  await giveUp(subject, sessionsEndWithin);
  await subject.clearFaults();
  const truth = await subject.truth();
  // I4, I7
  expect(truth.uploadSessions).toEqual([]);
  expect(truth.earlyRequests).toEqual([]);
  // I5
  expect(subject.rows.stuck).toEqual([]);
  // I1, I2, I3
  expectOwnWritesOnly(subject, truth);
  await expectWholeFiles(subject, truth, tasks);
  // I6
  const told = subject.told();
  expect(subject.secrets.filter((secret) => told.includes(secret))).toEqual([]);
  // Also those that no answer’s body holds: of monitors, of codes.
  expect(secretsIn(told)).toEqual([]);
  // I9
  subject.rows.end();
  subject.end();
  await environment.leapFor(0);
  expect([environment.pendingTimers(), environment.listeners()]).toEqual([0, 0]);
}

function isAtRest(status: TransferTask['state']['status']): boolean {
  return ['done', 'failed', 'cancelled', 'conflict', 'misnamed', 'paused'].includes(status);
}

/** What has failed keeps its session for a retry, a question until it is answered: nobody wants them any more. */
async function giveUp({ transfers, environment }: Subject, sessionsEndWithin: number): Promise<void> {
  for (const { id } of transfers.tasks.get()) transfers.resolveConflict(id, 'skip');
  transfers.cancelAll();
  transfers.clearFinished();
  await environment.leapFor(sessionsEndWithin);
}

const isOwn = ({ application }: Write) => application !== OTHER_CLIENT;
const isContent = ({ kind }: Write) => kind === 'create' || kind === 'content';
const mayReplace = ({ takenName, answer }: Asked) => (answer ?? takenName) === 'replace';

/** Nothing that was there is touched, but where somebody asked for it. */
function expectOwnWritesOnly({ asked }: Subject, { writes }: Truth): void {
  const own = writes.filter(isOwn);
  expect(own.filter(({ kind }) => !['create', 'content'].includes(kind))).toEqual([]);
  const replaced = own.filter(({ kind }) => kind === 'content');
  const wanted = new Set(asked.filter(mayReplace).map(({ file }) => nameKey(file.name)));
  expect(replaced.filter(({ name }) => !wanted.has(nameKey(name)))).toEqual([]);
}

/** Each file that is said to be there is, with all its bytes; and nothing else was made. */
async function expectWholeFiles(
  subject: Subject,
  truth: Truth,
  tasks: readonly TransferTask[],
): Promise<void> {
  const files = truth.items.filter(({ kind }) => kind === 'file');
  const claims = claimsOf(subject, tasks);
  const unfinished = subject.asked.filter(({ taskId }) =>
    tasks.some((task) => task.id === taskId && !isDone(task)),
  );
  for (const id of claims.keys()) {
    const isGone = truth.writes.some(
      (write) => write.itemId === id && write.kind === 'delete' && !isOwn(write),
    );
    expect(isGone || files.some((file) => file.id === id), `${id} is said to be there`).toBe(true);
    const isSent = truth.writes.some((write) => write.itemId === id && isContent(write) && isOwn(write));
    expect(isSent, `${id} is said to be there, and only somebody else has written it`).toBe(true);
  }
  for (const file of files) {
    const last = truth.writes.findLast((write) => write.itemId === file.id && isContent(write));
    if (!last || !isOwn(last)) continue;
    // oxlint-disable-next-line no-await-in-loop
    const content = await subject.contentOf(file.id);
    const claimed = claims.get(file.id) ?? [];
    const among = [...claimed, ...unfinished];
    // oxlint-disable-next-line no-await-in-loop
    const owner = await findSource(among, content, file.path);
    expect(owner, `${file.path} is nobody’s, or not whole: ${content.length} bytes`).toBeDefined();
    if (!owner || !unfinished.includes(owner)) continue;
    unfinished.splice(unfinished.indexOf(owner), 1);
    expect(isAskedAbout(file, owner, tasks), `${file.path} is asked about, and is the very file`).toBe(false);
  }
}

function isAskedAbout({ id }: Item, { taskId }: Asked, tasks: readonly TransferTask[]): boolean {
  const state = tasks.find((task) => task.id === taskId)?.state;
  return state?.status === 'conflict' && state.existing?.id === id;
}

/** By item: who says that this is their file. Two may say so only where one has replaced the other’s. */
function claimsOf({ asked }: Subject, tasks: readonly TransferTask[]): Map<string, Asked[]> {
  const claims = new Map<string, Asked[]>();
  for (const { id, state, content } of tasks) {
    if (state.status !== 'done' || content !== 'file') continue;
    const wanted = asked.find(({ taskId }) => taskId === id);
    if (!wanted || !state.item) throw new Error('A file is said to be there, and nobody knows where.');
    claims.set(state.item.id, [...(claims.get(state.item.id) ?? []), wanted]);
  }
  for (const claimed of claims.values()) {
    // Of two empty files with one name nobody can say which one is there.
    const others = claimed.filter((one) => !mayReplace(one) && one.file.size > 0);
    expect(others.length, 'the same item for two files').toBeLessThan(2);
  }
  return claims;
}

function isDone(task: TransferTask): boolean {
  return task.state.status === 'done';
}

async function findSource(
  among: readonly Asked[],
  content: Uint8Array,
  path: string,
): Promise<Asked | undefined> {
  for (const one of among) {
    if (one.file.size !== content.length || !isNameOf(path, one.file.name)) continue;
    // oxlint-disable-next-line no-await-in-loop
    const bytes = new Uint8Array(await one.file.slice(0, one.file.size).arrayBuffer());
    if (Buffer.compare(bytes, content) === 0) return one;
  }
  return undefined;
}

/** Its own, or “name 1.ext” of it. */
function isNameOf(path: string, wanted: string): boolean {
  const name = nameKey(path.slice(path.lastIndexOf('/') + 1));
  const key = nameKey(wanted);
  const dot = key.lastIndexOf('.');
  const [base, extension] = dot > 0 ? [key.slice(0, dot), key.slice(dot)] : [key, ''];
  if (name === key) return true;
  if (!name.startsWith(`${base} `) || !name.endsWith(extension)) return false;
  return /^\d+$/.test(name.slice(base.length + 1, name.length - extension.length));
}
