import { describe, expect, it } from 'vitest';
import type { TransferState } from '../../../src/transfer';
import { HOST, SECRET, type Fault } from './support/fake-drive';
import { memoryFile, someBytes } from './support/memory-file';
import { createScene, UNIT } from './support/scene';

const SIZE = 3 * UNIT + 1000;
const content = someBytes(SIZE);

function run(...faults: Fault[]) {
  const scene = createScene();
  scene.drive.fail('fragment', ...faults);
  const file = memoryFile('big.bin', content);
  void scene.upload(file);
  return { ...scene, file };
}

function expectWhole({ drive, only }: ReturnType<typeof createScene>) {
  expect(only().state).toMatchObject({ status: 'done', item: { name: 'big.bin', driveId: 'drive' } });
  expect(drive.files).toHaveLength(1);
  expect(Buffer.compare(drive.files[0]?.content ?? new Uint8Array(), content)).toBe(0);
  expect(drive.openSessions()).toHaveLength(0);
}

describe('a large file', () => {
  it('goes in fragments of 320 KiB multiples, strictly in order, each byte once', async () => {
    const scene = run();
    await scene.settled();
    expectWhole(scene);
    const ranges = scene.drive.log
      .filter((entry) => entry.operation === 'fragment')
      .map((entry) => entry.detail);
    expect(ranges).toEqual([
      `bytes 0-${UNIT - 1}/${SIZE}`,
      `bytes ${UNIT}-${2 * UNIT - 1}/${SIZE}`,
      `bytes ${2 * UNIT}-${3 * UNIT - 1}/${SIZE}`,
      `bytes ${3 * UNIT}-${SIZE - 1}/${SIZE}`,
    ]);
    // Once to be sent, once for the hash, and a byte of each fragment to see whether the file is still there; the last one
    // is so small that it is read once for all of that.
    expect(scene.file.reads.bytes).toBe(2 * SIZE - (SIZE - 3 * UNIT) + 3);
  });

  it('goes on where the sign-in ends between two fragments; the next one waits for it, and no byte is sent twice', async () => {
    const scene = createScene({ concurrency: 1 });
    let signIn: (() => void) | undefined;
    void scene.upload(memoryFile('a.bin', content), memoryFile('b.bin', content));
    await scene.environment.runUntil(() => scene.drive.count('fragment') === 2);
    scene.drive.refuse('session', 'sign-in-needed');
    scene.drive.settings.authorize = () =>
      new Promise((resolve) => {
        signIn = resolve;
      });
    await scene.environment.runUntil(() => signIn !== undefined);
    await scene.environment.pass(24 * 3_600_000);
    const states = () => scene.queue.tasks.get().map(({ state }) => state);
    expect(states()).toMatchObject([{ status: 'done' }, { status: 'waiting', reason: 'sign-in' }]);
    expect(scene.drive.count('fragment')).toBe(4);
    signIn?.();
    await scene.settled();
    expect(states()).toMatchObject([{ status: 'done' }, { status: 'done' }]);
    expect(scene.drive.count('fragment')).toBe(8);
    expect(
      scene.drive.files.map(({ name, content: stored }) => [name, Buffer.compare(stored, content)]),
    ).toEqual([
      ['a.bin', 0],
      ['b.bin', 0],
    ]);
    expect(scene.drive.openSessions()).toHaveLength(0);
  });

  it.each([UNIT - 1, UNIT, UNIT + 1, 2 * UNIT, 2 * UNIT + 1])('of %i bytes arrives whole', async (size) => {
    const scene = createScene();
    void scene.upload(memoryFile('edge.bin', someBytes(size)));
    await scene.settled();
    expect(scene.only().state.status).toBe('done');
    expect(scene.drive.count('fragment')).toBe(Math.ceil(size / UNIT));
  });

  it('sends no header but Content-Range and Content-Type, no cookie, to the address as it was given', async () => {
    const scene = run();
    await scene.settled();
    const puts = scene.drive.log.filter((entry) => entry.operation === 'fragment');
    for (const { request } of puts) {
      expect(Object.keys(request?.headers ?? {}).sort()).toEqual(['content-range', 'content-type']);
      expect(request?.withCredentials).toBe(false);
      expect(request?.address).toContain(`?tempauth=${SECRET}`);
    }
  });

  it.each<[string, Fault[]]>([
    ['the network breaks', [{ effect: 'unreachable' }]],
    ['a fragment is cut', [{ effect: 'cut' }]],
    ['an answer is lost', [{ effect: 'lost' }]],
    ['answers are lost in a row', [{ effect: 'lost' }, { effect: 'lost' }, { effect: 'lost' }]],
    ['the service fails', [{ effect: 'answer', status: 500, body: '<html>' }]],
    ['the service fails after it stored', [{ effect: 'answer-after', status: 503 }]],
    ['the service says 408', [{ effect: 'answer', status: 408 }]],
    ['the service says 416', [{ effect: 'answer-after', status: 416 }]],
    ['the service says 202 and nothing', [{ effect: 'empty' }]],
    ['a 404 passes', [{ effect: 'answer', status: 404 }]],
  ])('goes on from what the service has where %s', async (_name, faults) => {
    const scene = run(...faults);
    await scene.settled();
    expectWhole(scene);
    expect(scene.drive.count('status')).toBe(faults.length);
    expect(scene.drive.count('session')).toBe(1);
  });

  it('that has failed of the connection goes on with what has arrived', async () => {
    const scene = createScene();
    scene.drive.settings.decide = (operation) => {
      const cut = operation === 'status' || (operation === 'fragment' && scene.drive.count('fragment') > 2);
      return cut ? { effect: 'unreachable' } : undefined;
    };
    void scene.upload(memoryFile('big.bin', content));
    await scene.until('failed');
    scene.drive.settings.decide = () => undefined;
    const before = scene.drive.count('fragment');
    scene.queue.retryFailed();
    await scene.settled();
    expectWhole(scene);
    expect(scene.drive.count('session')).toBe(1);
    expect(scene.drive.count('fragment') - before).toBe(2);
  });

  it('that has failed of the connection keeps its session until it is taken off the list', async () => {
    const scene = createScene();
    scene.drive.settings.decide = (operation) =>
      ['status', 'fragment'].includes(operation) ? { effect: 'unreachable' } : undefined;
    void scene.upload(memoryFile('big.bin', content));
    await scene.until('failed');
    await scene.environment.pass(60_000);
    expect(scene.drive.openSessions()).toHaveLength(1);
    scene.queue.clearFinished();
    await scene.environment.pass(1000);
    expect(scene.drive.openSessions()).toHaveLength(0);
  });

  it.each([0, 15, 25, 45, 55, 75, 95])(
    'that is paused after %i ms stops, keeps what has arrived, and goes on with it',
    async (moment) => {
      const scene = createScene();
      void scene.upload(memoryFile('big.bin', content));
      await scene.environment.pass(moment);
      scene.queue.pause(scene.only().id);
      await scene.environment.pass(120_000);
      expect(scene.only().state.status).toBe('paused');
      expect(scene.queue.summary()).toMatchObject({ paused: 1, settled: false });
      expect(scene.environment.pendingTimers()).toBe(0);
      const received = scene.drive.openSessions()[0]?.received ?? 0;
      scene.queue.resume(scene.only().id);
      await scene.settled();
      expectWhole(scene);
      expect(scene.drive.count('session')).toBe(1);
      const starts = scene.drive.log
        .filter(({ operation }) => operation === 'fragment')
        .map(({ detail }) => Number(/\d+/.exec(detail)?.[0]));
      expect(starts.at(-1 - Math.ceil((SIZE - received) / UNIT) + 1)).toBe(received);
    },
  );

  it('that is paused and cancelled leaves no session', async () => {
    const scene = createScene();
    void scene.upload(memoryFile('big.bin', content));
    await scene.environment.pass(50);
    scene.queue.pauseAll();
    await scene.environment.pass(1000);
    expect(scene.drive.openSessions()).toHaveLength(1);
    scene.queue.cancelAll();
    await scene.environment.pass(1000);
    expect(scene.only().state.status).toBe('cancelled');
    expect(scene.drive.openSessions()).toHaveLength(0);
    expect(scene.drive.files).toHaveLength(0);
  });

  it('that is paused lets the next ones go first', async () => {
    const scene = createScene({ concurrency: 1 });
    void scene.upload(memoryFile('big.bin', content), memoryFile('small.bin', someBytes(10)));
    await scene.environment.pass(50);
    scene.queue.pause(scene.only().id);
    await scene.environment.runUntil(() => scene.queue.summary().done === 1);
    expect(scene.drive.files.map(({ name }) => name)).toEqual(['small.bin']);
    scene.queue.resumeAll();
    await scene.settled();
    expect(scene.drive.files.map(({ name }) => name)).toEqual(['small.bin', 'big.bin']);
  });

  it('that stalls for 60 s is asked about and goes on', async () => {
    const scene = run({ effect: 'stall' });
    const start = scene.environment.now();
    await scene.settled();
    expectWhole(scene);
    expect(scene.environment.now() - start).toBeGreaterThan(60_000);
    expect(scene.environment.now() - start).toBeLessThan(90_000);
    expect(scene.drive.count('status')).toBe(1);
  });

  it('that is not heard of says within 20 s that it takes longer, and no longer once it goes on', async () => {
    const scene = run({ effect: 'stall' });
    await scene.environment.runUntil(() => scene.drive.count('fragment') === 1);
    await scene.environment.pass(21_000);
    expect(scene.only().state).toMatchObject({
      status: 'waiting',
      reason: 'slow',
      progress: { total: SIZE },
    });
    await scene.environment.runUntil(() => scene.drive.count('fragment') === 2);
    expect(scene.only().state.status).toBe('sending');
    await scene.settled();
    expectWhole(scene);
    expect(scene.environment.pendingTimers()).toBe(0);
  });

  it('at a host that is told twice to wait says the second time, too', async () => {
    const scene = createScene();
    const wait: Fault = { effect: 'answer', status: 429, retryAfter: 90 };
    scene.drive.fail('fragment', wait, wait);
    void scene.upload(memoryFile('a.bin', content), memoryFile('b.bin', content));
    await scene.environment.pass(100_000);
    for (const { state } of scene.queue.tasks.get()) {
      if (state.status === 'waiting') expect(state.until).toBeGreaterThan(scene.environment.now());
    }
    await scene.settled();
    expect(scene.queue.summary().done).toBe(2);
  });

  it.each<[string, Fault]>([
    ['is lost', { effect: 'lost' }],
    ['is 201 without an item', { effect: 'answer-after', status: 201, body: {} }],
    ['is 202 without ranges', { effect: 'answer-after', status: 202, body: { nextExpectedRanges: [] } }],
    ['is 202 without a body', { effect: 'empty' }],
    ['is a 500', { effect: 'answer-after', status: 500 }],
  ])('is found in the folder where its last answer %s', async (_name, fault) => {
    const scene = createScene();
    let fragments = 0;
    scene.drive.settings.decide = (operation) => {
      if (operation !== 'fragment') return undefined;
      fragments += 1;
      return fragments === 4 ? fault : undefined;
    };
    void scene.upload(memoryFile('big.bin', content));
    await scene.settled();
    expectWhole(scene);
    expect(scene.drive.count('session')).toBe(1);
  });

  it('begins again with a fresh session where the old one is gone, and shows it as a restart', async () => {
    const scene = createScene();
    let fragments = 0;
    scene.drive.settings.decide = (operation) => {
      if (operation !== 'fragment') return undefined;
      fragments += 1;
      return fragments === 3 ? { effect: 'forget' } : undefined;
    };
    void scene.upload(memoryFile('big.bin', content));
    await scene.settled();
    expectWhole(scene);
    expect(scene.drive.count('session')).toBe(2);
    expect(scene.states.some((state) => state.status === 'sending' && state.restarts === 1)).toBe(true);
  });

  it('asks for at most two fresh sessions', async () => {
    const scene = createScene();
    scene.drive.settings.decide = (operation) =>
      operation === 'fragment' ? { effect: 'forget' } : undefined;
    void scene.upload(memoryFile('big.bin', content));
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'failed', error: { code: 'session-lost' } });
    expect(scene.drive.count('session')).toBe(3);
  });

  it('gets a fresh session where the upload URL answers 401, and the old one is deleted', async () => {
    const scene = run({ effect: 'answer', status: 401 });
    await scene.settled();
    await scene.environment.pass(1000);
    expectWhole(scene);
    expect(scene.drive.count('session')).toBe(2);
  });

  it.each([429, 503])(
    'closes the gate of the host for the Retry-After of %i, and nobody sends before',
    async (status) => {
      const scene = run({ effect: 'answer', status, retryAfter: 40 });
      await scene.environment.runUntil(() => 'until' in scene.only().state);
      const closedAt = scene.environment.now();
      expect(scene.only().state).toMatchObject({ until: closedAt + 40_000 });
      await scene.settled();
      expectWhole(scene);
      const inWindow = scene.drive.log.filter((entry) => entry.at > closedAt && entry.at < closedAt + 40_000);
      expect(inWindow).toEqual([]);
    },
  );

  it('waits longer each time where Retry-After cannot be read', async () => {
    const scene = run({ effect: 'answer', status: 429 }, { effect: 'answer', status: 429 });
    await scene.settled();
    expectWhole(scene);
    expect(scene.gate.opensAt(HOST)).toBeUndefined();
  });

  it.each([
    [507, 'quota-exceeded'],
    [402, 'access-denied'],
    [423, 'locked'],
  ])('refused with %i fails as %s and its session is deleted', async (status, code) => {
    const scene = run({ effect: 'answer', status });
    await scene.settled();
    await scene.environment.pass(1000);
    expect(scene.only().state).toMatchObject({ status: 'failed', error: { code } });
    expect(scene.drive.openSessions()).toHaveLength(0);
  });

  it('fails after 6 tries without progress, and progress gives the budget back', async () => {
    const scene = createScene();
    scene.drive.settings.decide = (operation) => (operation === 'fragment' ? { effect: 'cut' } : undefined);
    void scene.upload(memoryFile('big.bin', content));
    await scene.settled();
    expect(scene.only().state).toMatchObject({ status: 'failed', error: { code: 'offline' } });
    expect(scene.drive.count('fragment')).toBe(7);

    const other = createScene();
    let fragments = 0;
    other.drive.settings.decide = (operation) => {
      if (operation !== 'fragment') return undefined;
      fragments += 1;
      return fragments % 5 === 0 ? undefined : { effect: 'cut' };
    };
    void other.upload(memoryFile('big.bin', content));
    await other.settled();
    expectWhole(other);
  });

  it('that changes on disk fails as source-changed and its session is deleted', async () => {
    const scene = run();
    await scene.environment.runUntil(() => scene.drive.count('fragment') === 2);
    scene.file.unreadable = true;
    await scene.settled();
    await scene.environment.pass(1000);
    expect(scene.only().state).toMatchObject({ status: 'failed', error: { code: 'source-changed' } });
    expect(scene.drive.openSessions()).toHaveLength(0);
  });

  it('shows progress that never exceeds its size and never goes back', async () => {
    const scene = run({ effect: 'cut' }, { effect: 'lost' }, { effect: 'answer', status: 500 });
    scene.drive.settings.latency = 100;
    await scene.settled();
    const loaded = scene.states.flatMap((state) => (state.status === 'sending' ? [state.loaded] : []));
    expect(loaded.length).toBeGreaterThan(2);
    expect(Math.max(...loaded)).toBeLessThanOrEqual(SIZE);
    expect(loaded).toEqual([...loaded].sort((a, b) => a - b));
  });

  it.each([-2, 2])('goes out although the clock of the page is %i hours ahead', async (hours) => {
    const scene = createScene();
    scene.drive.settings.clockAhead = hours * 3_600_000;
    scene.drive.fail('fragment', { effect: 'cut' });
    void scene.upload(memoryFile('big.bin', content));
    await scene.settled();
    expectWhole(scene);
    expect(scene.drive.count('status')).toBe(1);
    expect(scene.drive.count('session')).toBe(1);
  });

  it('leaves no trace of its address in any state or error', async () => {
    const scene = createScene();
    const seen: TransferState[] = [];
    scene.queue.tasks.subscribe(() => seen.push(...scene.queue.tasks.get().map((task) => task.state)));
    scene.drive.fail(
      'fragment',
      { effect: 'cut' },
      { effect: 'answer', status: 404 },
      { effect: 'answer', status: 403 },
    );
    void scene.upload(memoryFile('big.bin', content));
    await scene.settled();
    const printed = seen.map((state) => {
      const error = 'error' in state ? state.error : undefined;
      return JSON.stringify(state) + String(error?.stack) + String(error?.cause) + JSON.stringify(error);
    });
    expect(printed.join('\n')).not.toContain(SECRET);
    expect(printed.join('\n')).not.toContain(HOST);
  });
});
