import { describe, expect, it } from 'vitest';
import type { TransferState } from '../../src/transfer';
import { sameBytes, someBytes } from '../unit/transfer/support/memory-file';
import { memoryHandle, type MemoryHandle } from '../unit/transfer/support/memory-handle';
import { readZip } from '../unit/transfer/support/read-zip';
import { emptyDrive } from './support/empty-drive';
import { plainFetch } from './support/plain-fetch';
import { openScene, type FaultScript, type Scene } from './support/scene';
import { streamFetch } from './support/stream-fetch';

const KIB = 1024;
const CONTENT = someBytes(300 * KIB);
const OTHER = someBytes(200 * KIB, 11);

const emulator = emptyDrive();

const BYTES = { method: 'GET', origin: 'bytes' } as const;
const ADDRESS = { method: 'GET', path: 'downloadUrl' } as const;

type Effect = Pick<FaultScript, 'phase' | 'effect'> & Partial<FaultScript>;
const status = (code: number, headers: Record<string, string> = {}, body?: unknown): Effect => ({
  phase: 'before',
  effect: { kind: 'status', status: code, headers, ...(body !== undefined && { body }) },
});
const cutAt = (afterBytes: number): Effect => ({ phase: 'during', effect: { kind: 'cut', afterBytes } });
const html = { 'content-type': 'text/html' };

/** What comes of it: the file is there, or this says why it is not. */
type End = 'done' | { readonly failed: string };
interface Cell {
  readonly fault: string;
  readonly effects: readonly Effect[];
  readonly ends?: End;
  /** What is in a zip can't be taken back. */
  readonly zipEnds?: End;
  /** The request for the second part of the file asks for what is missing, and no more. */
  readonly goesOn?: boolean;
}

const CELLS: readonly Cell[] = [
  { fault: 'F1 unreachable', effects: [{ phase: 'before', effect: { kind: 'cut' } }] },
  { fault: 'F1 unreachable, in the middle', effects: [cutAt(100_000)], goesOn: true },
  {
    fault: 'F1 the address can’t be asked for',
    effects: [{ phase: 'before', effect: { kind: 'cut' }, match: ADDRESS }],
  },
  { fault: 'F3 stall', effects: [{ phase: 'before', effect: { kind: 'stall' } }] },
  {
    fault: 'F3 stall in the middle',
    effects: [{ phase: 'during', effect: { kind: 'stall' } }],
    goesOn: true,
  },
  { fault: 'F4 throttled, seconds', effects: [status(429, { 'retry-after': '7' })] },
  { fault: 'F4 throttled, long', effects: [status(429, { 'retry-after': '900' })] },
  { fault: 'F4 throttled, no time', effects: [status(429)] },
  { fault: 'F4 throttled, unreadable time', effects: [status(429, { 'retry-after': 'soon' })] },
  { fault: 'F4 busy', effects: [status(503, { 'retry-after': '3' })] },
  { fault: 'F4 over the limit', effects: [status(509)] },
  {
    fault: 'F4 the address, throttled',
    effects: [{ ...status(429, { 'retry-after': '60' }), match: ADDRESS }],
  },
  { fault: 'F5 500', effects: [status(500)] },
  { fault: 'F5 502 with HTML', effects: [status(502, html, '<h1>Bad gateway</h1>')] },
  { fault: 'F5 504, empty', effects: [status(504, {}, '')] },
  { fault: 'F6 the address has expired', effects: [status(401)] },
  { fault: 'F6 the token has expired', effects: [{ ...status(401), match: ADDRESS }] },
  {
    fault: 'F6 claims challenge',
    effects: [{ phase: 'before', effect: { kind: 'claims-challenge' }, match: ADDRESS }],
  },
  { fault: 'F7 forbidden for a moment', effects: [status(403)] },
  {
    fault: 'F7 malware',
    effects: [status(403, {}, { error: { code: 'malwareDetected' } })],
    ends: { failed: 'malware' },
    zipEnds: 'done',
  },
  { fault: 'F9 the address is gone', effects: [status(404)] },
  { fault: 'F9 the address is gone in the middle', effects: [cutAt(100_000), { ...status(410), nth: 2 }] },
  { fault: 'F9 416 in the middle', effects: [cutAt(100_000), { ...status(416), nth: 2 }] },
  {
    fault: 'F10 too short',
    effects: [status(200, {}, 'nothing')],
    zipEnds: { failed: 'verification-failed' },
  },
  { fault: 'F10 a page of somebody else', effects: [status(200, html, '<h1>Sign in</h1>')] },
  {
    fault: 'F10 always too short',
    effects: [{ ...status(200, {}, ''), times: 100 }],
    ends: { failed: 'verification-failed' },
  },
];

interface Prepared {
  readonly scene: Scene;
  readonly handle: MemoryHandle;
  readonly ranges: (string | null)[];
  readonly start: () => Promise<void>;
  readonly end: () => Promise<TransferState>;
}

/** A file in the drive, which somebody downloads into another one, alone or as a zip with a second one. */
async function prepare(kind: 'file' | 'zip'): Promise<Prepared> {
  const scene = await openScene(emulator());
  await scene.other('PUT', 'root:/film.bin:/content', new Blob([CONTENT]));
  await scene.other('PUT', 'root:/other.bin:/content', new Blob([OTHER]));
  const handle = memoryHandle('saved');
  const { environment, control } = scene;
  environment.chosenFile.current = handle;
  const ranges: (string | null)[] = [];
  const { fetch } = environment;
  Object.assign(environment, {
    fetch: (input: string, init: RequestInit) => {
      if (!input.startsWith(emulator().bytesOrigin)) return fetch(input, init);
      ranges.push(new Headers(init.headers).get('Range'));
      return new Promise<Response>((resolve, reject) => {
        void environment.during(
          () => new Promise<void>((onEnd) => void streamFetch(input, init, onEnd).then(resolve, reject)),
        );
      });
    },
  });
  return {
    scene,
    handle,
    ranges,
    start: async () => {
      const names = kind === 'zip' ? ['film.bin', 'other.bin'] : ['film.bin'];
      const found = await Promise.all(names.map((name) => control.locate([name])));
      void control.transfers.download(
        found.map(({ item }) => item),
        { to: 'chosen-file' },
      );
    },
    end: async () => {
      const [task] = await scene.rest();
      if (!task) throw new Error('No task.');
      return task.state;
    },
  };
}

/** The oracle: what is there is right, nothing was written to the drive, nobody was disturbed, no secret was told. */
async function expectTruth(
  { scene, handle }: Prepared,
  kind: 'file' | 'zip',
  content: Uint8Array | undefined,
): Promise<void> {
  const { control, environment } = scene;
  const tasks = control.transfers.tasks.get();
  const told = JSON.stringify(tasks, (_key, value: unknown) =>
    value instanceof Error ? [value.message, value.stack, value.cause, Object.entries(value)] : value,
  );
  expect(scene.secrets.filter((secret) => told.includes(secret))).toEqual([]);
  control.transfers.clearFinished();
  await environment.leapFor(120_000);
  if (tasks[0]?.state.status === 'done') {
    const saved = handle.content ?? new Uint8Array();
    const film = kind === 'zip' ? readZip(saved).get('film.bin') : saved;
    if (content) expect(sameBytes(film, content)).toBe(true);
    else expect(film).toBeUndefined();
  } else expect(handle.content).toBeUndefined();
  expect(handle.isOpen()).toBe(false);
  const ledger = (await (await plainFetch(`${emulator().loginOrigin}/_emulator/ledger`)).json()) as {
    writes: readonly { kind: string; application: string | null }[];
    earlyRequests: readonly object[];
  };
  expect(ledger.earlyRequests).toEqual([]);
  expect(ledger.writes.filter(({ kind: write }) => write !== 'create' && write !== 'content')).toEqual([]);
  scene.end();
  await environment.leapFor(0);
  expect(environment.pendingTimers()).toBe(0);
}

for (const kind of ['file', 'zip'] as const) {
  describe(kind === 'file' ? 'download' : 'download of several', () => {
    it.each(CELLS.map((cell) => [cell.fault, cell] as const))('%s', async (_fault, cell) => {
      const prepared = await prepare(kind);
      await prepared.scene.script(...cell.effects.map((effect) => ({ match: BYTES, ...effect })));
      await prepared.start();
      const state = await prepared.end();
      const ends = (kind === 'zip' && cell.zipEnds) || (cell.ends ?? 'done');
      if (ends === 'done') expect(state).toMatchObject({ status: 'done', savedAs: 'saved' });
      else expect(state).toMatchObject({ status: 'failed', error: { code: ends.failed } });
      if (cell.goesOn) expect(prepared.ranges[1]).toMatch(/^bytes=\d+-$/);
      const isLeftOut = state.status === 'done' && state.skipped !== undefined;
      expect(isLeftOut).toBe(kind === 'zip' && cell.fault === 'F7 malware');
      await expectTruth(prepared, kind, isLeftOut ? undefined : CONTENT);
    });
  });
}

describe('download', () => {
  it('F7 gone', async () => {
    const prepared = await prepare('file');
    await prepared.start();
    await prepared.scene.other('DELETE', 'root:/film.bin:');
    expect(await prepared.end()).toMatchObject({ status: 'failed', error: { code: 'not-found' } });
    expect(prepared.handle.content).toBeUndefined();
    prepared.scene.end();
  });

  it('F11 the page goes away: no part of it stays, and the next page begins again', async () => {
    const prepared = await prepare('file');
    await prepared.scene.script({ match: BYTES, phase: 'during', effect: { kind: 'stall' } });
    await prepared.start();
    const { transfers } = prepared.scene.control;
    await prepared.scene.environment.leapUntil(() => transfers.tasks.get()[0]?.state.status === 'sending');
    prepared.scene.end();
    await prepared.scene.environment.leapFor(0);
    expect(prepared.handle.content).toBeUndefined();
    expect(prepared.scene.environment.pendingTimers()).toBe(0);
  });

  it('F11 sleep of a night in its middle', async () => {
    const prepared = await prepare('file');
    await prepared.scene.script({ match: BYTES, ...cutAt(100_000) });
    const { connection } = prepared.scene.environment;
    await prepared.start();
    await prepared.scene.environment.leapUntil(() => prepared.ranges.length > 0);
    connection.set(false);
    await prepared.scene.environment.leapFor(10 * 3_600_000);
    connection.set(true);
    expect(await prepared.end()).toMatchObject({ status: 'done' });
    await expectTruth(prepared, 'file', CONTENT);
  });

  it('F12 another client writes the file in its middle: it is that version, whole', async () => {
    const prepared = await prepare('file');
    await prepared.scene.script({ match: BYTES, ...cutAt(100_000) });
    await prepared.start();
    const { transfers } = prepared.scene.control;
    await prepared.scene.environment.leapUntil(() => transfers.tasks.get()[0]?.state.status === 'waiting');
    await prepared.scene.other('PUT', 'root:/film.bin:/content', new Blob([OTHER]));
    expect(await prepared.end()).toMatchObject({ status: 'done' });
    await expectTruth(prepared, 'file', OTHER);
  });

  it('F13 the disk is full', async () => {
    const prepared = await prepare('file');
    prepared.handle.room = 1000;
    await prepared.start();
    expect(await prepared.end()).toMatchObject({ status: 'failed', error: { code: 'disk-full' } });
    await expectTruth(prepared, 'file', CONTENT);
  });
});
