import { expect, it } from 'vitest';
import type { RunningEmulator } from '../../../src/emulator/node/start-emulator';
import type { TransferTask, UploadOptions } from '../../../src/transfer';
import { someBytes } from '../../unit/transfer/support/memory-file';
import { PASSING, status, times, type Effect } from './effects';
import { expectTruth, type OracleOptions } from './oracle';
import { openScene, type FaultScript, type Scene, type SceneOptions } from './scene';

const KIB = 1024;
const MODIFIED = { lastModified: 1_700_000_000_000 };
/** One request where it was just made, else a session of one fragment. */
export const SMALL = new File([someBytes(100 * KIB)], 'small.bin', MODIFIED);
/** Two fragments of the engine's size. */
export const LARGE = new File([someBytes(5 * KIB * KIB + 5)], 'large.bin', MODIFIED);

/** What comes of it: the file arrives, the user is asked, or the task says why it failed. */
export type End = 'done' | 'conflict' | 'cancelled' | { readonly failed: string };

/** An operation of the matrix: which request it is, and what the user did. */
export interface Row {
  readonly name: string;
  readonly file: File;
  /** The file was changed when it is uploaded: there is no time to keep. */
  readonly isFresh?: boolean;
  readonly match: FaultScript['match'];
  readonly nth?: number;
  /** Folders that are to be made for it. */
  readonly path?: readonly string[];
}

export interface Cell {
  readonly effects?: readonly Effect[];
  readonly ends?: End;
  readonly options?: UploadOptions;
  readonly scene?: SceneOptions;
  /** Before the upload is asked for. */
  readonly before?: (scene: Scene) => Promise<unknown>;
  /** While it runs; ends before the scene comes to rest. */
  readonly meanwhile?: (scene: Scene) => Promise<unknown>;
  /** When it has come to rest; it may go on from there. */
  readonly afterwards?: (scene: Scene, task: TransferTask) => Promise<unknown>;
  readonly oracle?: OracleOptions;
}

/** One test for each fault of an operation, ended by the oracle. */
export function testRow(
  emulator: () => RunningEmulator,
  row: Row,
  cells: Readonly<Record<string, Cell>>,
): void {
  it.each(Object.entries(cells))(`${row.name} %s`, async (_fault, cell) => {
    const scene = await openScene(emulator(), cell.scene);
    await cell.before?.(scene);
    const { match, nth = 1, path = [] } = row;
    if (row.isFresh)
      Object.defineProperty(row.file, 'lastModified', { value: scene.environment.now(), configurable: true });
    const { file } = row;
    await scene.script(...(cell.effects ?? []).map((effect) => ({ match, nth, ...effect })));
    scene.uploadSources([{ kind: 'file', file, path }], cell.options);
    await cell.meanwhile?.(scene);
    expectEnd(only(await scene.rest()), cell.ends ?? 'done');
    await cell.afterwards?.(scene, only(scene.transfers.tasks.get()));
    await expectTruth(scene, cell.oracle);
    const log = (await (await scene.steer('GET', 'log')).json()) as readonly { fault: string | null }[];
    // A fault that met no request proves nothing.
    const met = log.filter(({ fault }) => fault !== null);
    expect(met.length).toBeGreaterThanOrEqual(cell.effects?.length ?? 0);
  });
}

/** Those of what passes by itself, done in the end. */
export function passing(except: Readonly<Record<string, Cell>> = {}): Record<string, Cell> {
  const cells = Object.entries(PASSING).map(([fault, effect]) => [fault, { effects: [effect] }] as const);
  return { ...Object.fromEntries(cells), ...except };
}

function expectEnd({ state }: TransferTask, end: End): void {
  if (typeof end === 'object') expect(state).toMatchObject({ status: 'failed', error: { code: end.failed } });
  else expect(state).toMatchObject({ status: end });
}

function only(tasks: readonly TransferTask[]): TransferTask {
  const [task] = tasks;
  if (!task || tasks.length > 1) throw new Error(`${tasks.length} tasks.`);
  return task;
}

/** As another client would: a file of this name, with other bytes. */
export const putOther = (scene: Scene, name: string): Promise<Response> =>
  scene.other('PUT', `root:/${name}:/content`, new Blob([someBytes(3 * KIB, 11)]));

/** As another client would: a folder of this name. */
export const putFolder = (scene: Scene, name: string): Promise<Response> =>
  scene.other('POST', 'root/children', JSON.stringify({ name, folder: {} }), {
    'content-type': 'application/json',
  });

/** Until its first task waits for this reason. */
export async function untilWaiting({ environment, transfers }: Scene, reason: string): Promise<void> {
  await environment.leapUntil(() => {
    const state = transfers.tasks.get()[0]?.state;
    return state?.status === 'waiting' && state.reason === reason;
  });
}

/** Answers the question about a taken name, and sees what comes of it. */
export function answering(answer: 'replace' | 'rename', end: End = 'done') {
  return async (scene: Scene, { id }: TransferTask): Promise<void> => {
    for (const asked of scene.asked) asked.answer = answer;
    scene.transfers.resolveConflict(id, answer);
    expectEnd(only(await scene.rest()), end);
  };
}

/** Graph's own hosts ask who it is; the hosts of preauthenticated addresses do not. */
export function tokenCells(): Record<string, Cell> {
  return {
    'F6 the token is refused once': { effects: [status(401)] },
    'F6 the token has ended': {
      scene: { keepsToken: true },
      before: ({ environment }) => environment.leapFor(2 * 3_600_000),
    },
    'F6 clock two hours ahead': { scene: { clockAhead: 2 * 3_600_000 }, effects: [status(401)] },
    'F6 clock two hours behind': { scene: { clockAhead: -2 * 3_600_000 }, effects: [status(401)] },
    'F6 the token is refused twice': { effects: [times(2, status(401))] },
  };
}
