import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator, type RunningEmulator } from '../../src/emulator/node/start-emulator';
import type { TransferTask } from '../../src/transfer';
import { someBytes } from '../unit/transfer/support/memory-file';
import { expectTruth } from './support/oracle';
import { openScene, type FaultScript, type Scene } from './support/scene';

const KIB = 1024;
const SMALL = new File([someBytes(100 * KIB)], 'small.bin', { lastModified: 1_700_000_000_000 });
/** Three fragments. */
const LARGE = new File([someBytes(12 * KIB * KIB + 5)], 'large.bin', { lastModified: 1_700_000_000_000 });

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator({ port: 0, bytesPort: 0, drive: 'empty', strict: true });
});
afterAll(() => emulator.close());

/** The requests of an upload, as columns of the matrix know them. */
const ROWS = {
  'small upload': { file: SMALL, match: { method: 'PUT', path: '/content' }, nth: 1 },
  'session create': { file: LARGE, match: { method: 'POST', path: 'createUploadSession' }, nth: 1 },
  'upload fragment': { file: LARGE, match: { method: 'PUT', origin: 'bytes' }, nth: 2 },
  'finish upload': { file: LARGE, match: { method: 'PUT', origin: 'bytes' }, nth: 3 },
} as const;
type Row = keyof typeof ROWS;

type Effect = Pick<FaultScript, 'phase' | 'effect'> & { readonly times?: number };
const status = (code: number, headers: Record<string, string> = {}, body?: unknown): Effect => ({
  phase: 'before',
  effect: { kind: 'status', status: code, headers, ...(body !== undefined && { body }) },
});
const after = (effect: Effect): Effect => ({ ...effect, phase: 'after' });
const html = { 'content-type': 'text/html' };

/** What comes of it: the file arrives, or this task says why it did not. */
type End = 'done' | { readonly failed: string } | 'conflict';
interface Cell {
  readonly fault: string;
  readonly effect: Effect;
  readonly ends?: Partial<Record<Row, End>>;
}

const CELLS: readonly Cell[] = [
  { fault: 'F1 unreachable', effect: { phase: 'before', effect: { kind: 'cut' } } },
  {
    fault: 'F1 unreachable, in the middle',
    effect: { phase: 'during', effect: { kind: 'cut', afterBytes: 1000 } },
  },
  { fault: 'F2 applied, answer lost', effect: { phase: 'after', effect: { kind: 'cut' } } },
  { fault: 'F2 applied, answer lost twice', effect: { phase: 'after', effect: { kind: 'cut' }, times: 2 } },
  { fault: 'F3 stall', effect: { phase: 'before', effect: { kind: 'stall' } } },
  { fault: 'F3 stall after it was applied', effect: { phase: 'after', effect: { kind: 'stall' } } },
  { fault: 'F4 throttled, seconds', effect: status(429, { 'retry-after': '7' }) },
  { fault: 'F4 throttled, long', effect: status(429, { 'retry-after': '900' }) },
  { fault: 'F4 throttled, no time', effect: status(429) },
  { fault: 'F4 throttled, unreadable time', effect: status(429, { 'retry-after': 'soon' }) },
  { fault: 'F4 busy', effect: status(503, { 'retry-after': '3' }) },
  { fault: 'F4 over the limit', effect: status(509) },
  { fault: 'F5 500', effect: status(500) },
  { fault: 'F5 502 with HTML', effect: status(502, html, '<h1>Bad gateway</h1>') },
  { fault: 'F5 504, empty', effect: status(504, {}, '') },
  { fault: 'F5 500 after it was applied', effect: after(status(500)) },
  { fault: 'F14 full', effect: status(507), ends: each({ failed: 'quota-exceeded' }) },
];

function each(end: End): Record<Row, End> {
  return { 'small upload': end, 'session create': end, 'upload fragment': end, 'finish upload': end };
}

function expectEnd({ state }: TransferTask, end: End): void {
  if (typeof end === 'object') expect(state).toMatchObject({ status: 'failed', error: { code: end.failed } });
  else expect(state).toMatchObject({ status: end });
}

async function play(scene: Scene, row: Row, { effect }: Cell): Promise<TransferTask> {
  const { file, match, nth } = ROWS[row];
  await scene.script({ match, nth, ...effect });
  scene.upload([file]);
  const [task] = await scene.rest();
  if (!task) throw new Error('No task.');
  return task;
}

for (const row of Object.keys(ROWS) as Row[]) {
  describe(row, () => {
    it.each(CELLS.map((cell) => [cell.fault, cell] as const))('%s', async (_fault, cell) => {
      const scene = await openScene(emulator);
      const task = await play(scene, row, cell);
      expectEnd(task, cell.ends?.[row] ?? 'done');
      await expectTruth(scene);
    });
  });
}
