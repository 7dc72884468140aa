import { describe, expect, it } from 'vitest';
import type { TransferState, TransferTask } from '../../src/transfer';
import { sameBytes, someBytes } from '../unit/transfer/support/memory-file';
import { emptyDrive } from './support/empty-drive';
import { plainFetch } from './support/plain-fetch';
import { openScene, type FaultScript, type Scene } from './support/scene';

const CONTENT = someBytes(50_000);

const emulator = emptyDrive();

const ORDER = { method: 'POST', path: '/copy' } as const;
const MONITOR = { method: 'GET', origin: 'bytes', path: '/monitor/' } as const;
const LOOK = { method: 'GET', path: ':/film.bin:' } as const;

type Effect = Omit<FaultScript, 'match'>;
const status = (code: number, headers: Record<string, string> = {}, body?: unknown): Effect => ({
  phase: 'before',
  effect: { kind: 'status', status: code, headers, ...(body !== undefined && { body }) },
});
const cut = (phase: FaultScript['phase'], times = 1): Effect => ({ phase, effect: { kind: 'cut' }, times });
const stall = (phase: FaultScript['phase'], times = 1): Effect => ({
  phase,
  effect: { kind: 'stall' },
  times,
});
const html = { 'content-type': 'text/html' };
const ALWAYS = 10_000;
const always = (effect: Effect): Effect => ({ ...effect, times: ALWAYS });
const after = (effect: Effect): Effect => ({ ...effect, phase: 'after' });
const running = { operation: 'itemCopy', percentageComplete: 27.8, status: 'inProgress' };
const failed = (code: string) =>
  status(200, {}, { status: 'failed', percentageComplete: 0, error: { code, message: '' } });

type End = 'done' | { readonly failed: string };
interface Cell {
  readonly fault: string;
  readonly faults: readonly (Effect & { readonly match: FaultScript['match'] })[];
  readonly ends?: End;
}
const at = (match: FaultScript['match'], effect: Effect) => ({ match, ...effect });

const CELLS: readonly Cell[] = [
  { fault: 'nothing', faults: [] },
  { fault: 'F1 unreachable', faults: [at(ORDER, cut('before'))] },
  { fault: 'F1 the monitor, for a moment', faults: [at(MONITOR, cut('before', 2))] },
  { fault: 'F1 the monitor, always: its host has no CORS', faults: [at(MONITOR, cut('before', ALWAYS))] },
  { fault: 'F2 begun, answer lost', faults: [at(ORDER, cut('after'))] },
  { fault: 'F2 begun, answer lost twice', faults: [at(ORDER, cut('after', 2))] },
  {
    fault: 'F2 begun, answer lost, and not to be seen for a while',
    faults: [at(ORDER, cut('after')), at(LOOK, { ...status(404), nth: 2, times: 3 })],
  },
  { fault: 'F3 stall', faults: [at(ORDER, stall('before'))] },
  { fault: 'F3 stall after it was begun', faults: [at(ORDER, stall('after'))] },
  { fault: 'F3 the monitor stalls', faults: [at(MONITOR, stall('before'))] },
  { fault: 'F3 the monitor never comes to an end', faults: [at(MONITOR, always(status(202, {}, running)))] },
  { fault: 'F4 throttled, seconds', faults: [at(ORDER, status(429, { 'retry-after': '7' }))] },
  { fault: 'F4 throttled, long', faults: [at(ORDER, status(429, { 'retry-after': '900' }))] },
  { fault: 'F4 throttled, no time', faults: [at(ORDER, status(429))] },
  { fault: 'F4 busy', faults: [at(ORDER, status(503, { 'retry-after': '3' }))] },
  { fault: 'F4 the monitor, throttled', faults: [at(MONITOR, status(429, { 'retry-after': '60' }))] },
  { fault: 'F4 the monitor, busy, no time', faults: [at(MONITOR, { ...status(503), times: 3 })] },
  { fault: 'F5 500', faults: [at(ORDER, status(500))] },
  { fault: 'F5 502 with HTML', faults: [at(ORDER, status(502, html, '<h1>Bad gateway</h1>'))] },
  { fault: 'F5 504 after it was begun', faults: [at(ORDER, after(status(504, {}, '')))] },
  { fault: 'F5 the monitor, 500', faults: [at(MONITOR, status(500))] },
  { fault: 'F5 the monitor, a page of HTML', faults: [at(MONITOR, status(200, html, '<h1>Hello</h1>'))] },
  { fault: 'F6 the token has expired', faults: [at(ORDER, status(401))] },
  { fault: 'F6 the monitor wants a token', faults: [at(MONITOR, always(status(401)))] },
  { fault: 'F7 the original is gone', faults: [at(ORDER, status(404))], ends: { failed: 'not-found' } },
  { fault: 'F7 forbidden', faults: [at(ORDER, status(403))], ends: { failed: 'access-denied' } },
  { fault: 'F7 the monitor is not there', faults: [at(MONITOR, always(status(404)))] },
  {
    fault: 'F9 the monitor is gone after a while',
    faults: [at(MONITOR, { ...status(404), nth: 2, times: ALWAYS })],
  },
  { fault: 'F9 the monitor has expired', faults: [at(MONITOR, always(status(410)))] },
  {
    fault: 'F10 completed long before it is there',
    faults: [
      at(MONITOR, status(200, {}, { status: 'completed', percentageComplete: 100 })),
      at(LOOK, { ...status(404), nth: 2, times: 5 }),
    ],
  },
  { fault: 'F10 accepted without a monitor', faults: [at(ORDER, after(status(202, {}, '')))] },
  {
    fault: 'F10 the monitor leads on',
    faults: [at(MONITOR, status(303, { location: 'https://example.org/' }))],
  },
  {
    fault: 'F10 the monitor is the new item',
    faults: [at(MONITOR, status(200, {}, { id: '1', name: 'film.bin' }))],
  },
  { fault: 'F14 full', faults: [at(ORDER, status(507))], ends: { failed: 'quota-exceeded' } },
];

interface Prepared {
  readonly scene: Scene;
  readonly copy: (options?: { conflictBehavior: 'ask' | 'fail' | 'rename' }) => Promise<void>;
  readonly rest: () => Promise<TransferTask>;
  readonly inTarget: () => Promise<readonly { name: string; id: string; size: number }[]>;
  /** Of requests to the host of bytes. */
  readonly tokens: (string | null)[];
  readonly monitors: string[];
}

/** A file in the root, to be copied into a folder. */
async function prepare(): Promise<Prepared> {
  const scene = await openScene(emulator());
  await scene.other('PUT', 'root:/film.bin:/content', new Blob([CONTENT]));
  const folder = JSON.stringify({ name: 'Target', folder: {} });
  await scene.other('POST', 'root/children', new Blob([folder], { type: 'application/json' }));
  await scene.other('PUT', 'root:/Target/first.txt:/content', new Blob(['first']));
  const { environment, control } = scene;
  const [source, target] = await Promise.all([control.locate(['film.bin']), control.locate(['Target'])]);
  const tokens: (string | null)[] = [];
  const monitors: string[] = [];
  const { fetch } = environment;
  Object.assign(environment, {
    fetch: async (input: string, init: RequestInit) => {
      if (input.startsWith(emulator().bytesOrigin))
        tokens.push(new Headers(init.headers).get('Authorization'));
      const response = await fetch(input, init);
      const monitor = response.headers.get('Location');
      if (monitor?.includes('/monitor/')) monitors.push(monitor);
      return response;
    },
  });
  return {
    scene,
    tokens,
    monitors,
    copy: async (options) => {
      void control.transfers.copy([source.item], target.item, options);
    },
    rest: async () => {
      const [task] = await scene.rest();
      if (!task) throw new Error('No task.');
      return task;
    },
    inTarget: async () => {
      const answer = await scene.other('GET', 'root:/Target:/children?$select=id,name,size');
      return ((await answer.json()) as { value: { name: string; id: string; size: number }[] }).value;
    },
  };
}

/** The oracle: exactly what is told is there, nothing twice; nobody was disturbed, no secret was told. */
async function expectTruth(prepared: Prepared, names: readonly string[]): Promise<void> {
  const { scene, inTarget, tokens, monitors } = prepared;
  const { environment, control } = scene;
  const told = JSON.stringify(control.transfers.tasks.get(), (_key, value: unknown) =>
    value instanceof Error ? [value.message, value.stack, value.cause, Object.entries(value)] : value,
  );
  expect([...scene.secrets, ...monitors].filter((secret) => told.includes(secret))).toEqual([]);
  expect(tokens.filter((token) => token !== null)).toEqual([]);
  control.transfers.clearFinished();
  await environment.leapFor(120_000);
  const files = await inTarget();
  expect(files.map(({ name }) => name).toSorted()).toEqual([...names, 'first.txt'].toSorted());
  for (const { id, name } of files.filter((file) => file.name.startsWith('film'))) {
    // oxlint-disable-next-line no-await-in-loop
    const moved = await scene.other('GET', `items/${id}/content`);
    // oxlint-disable-next-line no-await-in-loop
    const bytes = await (await plainFetch(moved.headers.get('Location') ?? '')).arrayBuffer();
    expect(sameBytes(new Uint8Array(bytes), CONTENT), name).toBe(true);
  }
  const ledger = (await (await plainFetch(`${emulator().loginOrigin}/_emulator/ledger`)).json()) as {
    earlyRequests: readonly object[];
  };
  expect(ledger.earlyRequests).toEqual([]);
  scene.end();
  await environment.leapFor(0);
  expect(environment.pendingTimers()).toBe(0);
}

describe('copy', () => {
  it.each(CELLS.map((cell) => [cell.fault, cell] as const))('%s', async (_fault, cell) => {
    const prepared = await prepare();
    await prepared.scene.script(...cell.faults);
    await prepared.copy();
    const { state } = await prepared.rest();
    const { ends = 'done' } = cell;
    if (ends === 'done') expect(state).toMatchObject({ status: 'done', item: { name: 'film.bin' } });
    else expect(state).toMatchObject({ status: 'failed', error: { code: ends.failed } });
    await prepared.scene.script();
    await expectTruth(prepared, ends === 'done' ? ['film.bin'] : []);
  });

  it.each([
    ['rename', ['film.bin', 'film 1.bin'], 'done'],
    ['skip', ['film.bin'], 'cancelled'],
  ] as const)('F8 a taken name is asked about: %s', async (answer, names, ends) => {
    const prepared = await prepare();
    await prepared.scene.other('PUT', 'root:/Target/film.bin:/content', new Blob([CONTENT]));
    await prepared.copy();
    const { id, state } = await prepared.rest();
    expect(state).toMatchObject({ status: 'conflict', existing: { name: 'film.bin' } });
    prepared.scene.control.transfers.resolveConflict(id, answer);
    expect((await prepared.rest()).state.status).toBe(ends);
    await expectTruth(prepared, names);
  });

  it('F8 a taken name is one more with `rename`, and the end with `fail`', async () => {
    const prepared = await prepare();
    await prepared.scene.other('PUT', 'root:/Target/film.bin:/content', new Blob([CONTENT]));
    await prepared.copy({ conflictBehavior: 'rename' });
    await prepared.copy({ conflictBehavior: 'fail' });
    await prepared.rest();
    const states = prepared.scene.control.transfers.tasks.get().map(({ state }) => state);
    expect(states).toMatchObject([
      { status: 'done' },
      { status: 'failed', error: { code: 'name-conflict' } },
    ]);
    await expectTruth(prepared, ['film.bin', 'film 1.bin']);
  });

  it('F12 another client takes the name while the copy is asked for: nothing is replaced', async () => {
    const prepared = await prepare();
    await prepared.scene.script(at(ORDER, { phase: 'before', effect: { kind: 'cut' } }));
    await prepared.copy();
    const { environment, control, other } = prepared.scene;
    const waits = ({ status, ...rest }: TransferState) =>
      status === 'waiting' && !('reason' in rest && rest.reason === 'queue');
    await environment.leapUntil(() => control.transfers.tasks.get().some(({ state }) => waits(state)));
    await other('PUT', 'root:/Target/film.bin:/content', new Blob(['theirs']));
    const { id, state } = await prepared.rest();
    expect(state).toMatchObject({ status: 'conflict', existing: { size: 6 } });
    control.transfers.resolveConflict(id, 'skip');
    const files = await prepared.inTarget();
    expect(files.find(({ name }) => name === 'film.bin')?.size).toBe(6);
    prepared.scene.end();
  });

  it.each(['nameAlreadyExists', 'quotaLimitReached'] as const)(
    'F14 and F8 the monitor tells how it failed: %s',
    async (code) => {
      const prepared = await prepare();
      await prepared.scene.script(
        at(ORDER, status(202, { location: monitorOf() })),
        at(MONITOR, failed(code)),
      );
      await prepared.copy();
      const { state } = await prepared.rest();
      const full = { status: 'failed', error: { code: 'quota-exceeded' } };
      expect(state).toMatchObject(code === 'nameAlreadyExists' ? { status: 'conflict' } : full);
      await expectTruth(prepared, []);
    },
  );

  it('F11 the page goes away: the service makes one copy all the same', async () => {
    const prepared = await prepare();
    await prepared.scene.script(at(MONITOR, always(status(202, {}, running))));
    await prepared.copy();
    const { environment, control } = prepared.scene;
    await environment.leapUntil(() => control.transfers.tasks.get()[0]?.state.status === 'sending');
    prepared.scene.end();
    await environment.leapFor(0);
    expect(environment.pendingTimers()).toBe(0);
    expect((await prepared.inTarget()).map(({ name }) => name).toSorted()).toEqual(['film.bin', 'first.txt']);
  });

  it('a cancel says that the service may go on; a retry finds what it has made, and makes no second one', async () => {
    const prepared = await prepare();
    await prepared.scene.script(at(MONITOR, { ...status(202, {}, running), times: 3 }));
    await prepared.copy();
    const { environment, control } = prepared.scene;
    await environment.leapUntil(() => control.transfers.tasks.get()[0]?.state.status === 'sending');
    control.transfers.cancelAll();
    const { id, state } = await prepared.rest();
    expect(state).toEqual({ status: 'cancelled', goesOn: true });
    control.transfers.retry(id);
    expect((await prepared.rest()).state.status).toBe('done');
    await expectTruth(prepared, ['film.bin']);
  });
});

/** Of a copy that was never begun. */
function monitorOf(): string {
  return `${emulator().bytesOrigin}/_api/v2.0/monitor/made-up?tempauth=made-up`;
}
