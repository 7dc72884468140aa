import { describe, expect, it } from 'vitest';
import { createThrottleGate } from '../../../src/lib';
import { createParallelism } from '../../../src/transfer/parallelism';
import { createSlots, type Lane } from '../../../src/transfer/slots';
import { memoryFile, someBytes } from './support/memory-file';
import { createScene, UNIT } from './support/scene';
import { createVirtualEnvironment } from './support/virtual-environment';

const NEVER = new AbortController().signal;

function track(limit: () => number) {
  const slots = createSlots(limit);
  const running: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    running,
    start: async (name: string, lane: Lane, signal = NEVER) => {
      const release = await slots.take(signal, lane);
      running.push(name);
      ends.set(name, () => {
        running.splice(running.indexOf(name), 1);
        release();
        release();
      });
    },
    end: async (name: string) => {
      ends.get(name)?.();
      await settle();
    },
  };
}

async function settle() {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
}

describe('slots', () => {
  it('are given in order, and a small file has one where large ones have all', async () => {
    const { start, end, running } = track(() => 2);
    for (const name of ['a', 'b', 'c']) void start(name, 'large');
    for (const name of ['1', '2', '3']) void start(name, 'small');
    await settle();
    expect(running).toEqual(['a', 'b', '1']);
    await end('1');
    expect(running).toEqual(['a', 'b', '2']);
    await end('a');
    expect(running).toEqual(['b', '2']);
    await end('2');
    expect(running).toEqual(['b', '3']);
    await end('3');
    expect(running).toEqual(['b', 'c']);
  });

  it('leave the next one to a large file where small ones have all', async () => {
    const { start, end, running } = track(() => 2);
    for (const name of ['1', '2', '3', '4']) void start(name, 'small');
    for (const name of ['a', 'b']) void start(name, 'large');
    await settle();
    expect(running).toEqual(['1', '2']);
    await end('1');
    expect(running).toEqual(['2', 'a']);
    await end('2');
    expect(running).toEqual(['a', '3']);
  });

  it('are never more than allowed, and three of large files', async () => {
    const { start, running } = track(() => 6);
    for (const name of ['a', 'b', 'c', 'd']) void start(name, 'large');
    for (const name of ['1', '2', '3', '4']) void start(name, 'small');
    await settle();
    expect(running).toEqual(['a', 'b', 'c', '1', '2', '3']);
  });

  it('make small files ready together: the next ones once half of them are gone', async () => {
    const { start, end, running } = track(() => 1);
    for (const name of ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']) void start(name, 'ahead');
    await settle();
    expect(running).toEqual(['1', '2', '3', '4', '5', '6']);
    await end('1');
    await end('2');
    expect(running).toEqual(['3', '4', '5', '6']);
    await end('3');
    expect(running).toEqual(['4', '5', '6', '7', '8', '9']);
    for (const name of ['4', '5', '6']) await end(name);
    expect(running).toEqual(['7', '8', '9', '10']);
    void start('11', 'ahead');
    await settle();
    expect(running).toEqual(['7', '8', '9', '10', '11']);
  });

  it('are not kept for who does not wait any more', async () => {
    const { start, end, running } = track(() => 1);
    const leaving = new AbortController();
    void start('a', 'large');
    const left = start('b', 'large', leaving.signal);
    void start('c', 'large');
    leaving.abort();
    await expect(left).rejects.toMatchObject({ code: 'cancelled' });
    await end('a');
    expect(running).toEqual(['c']);
  });
});

describe('how many run at a time', () => {
  it('is halved once for each time that the service is busy, and grows slowly', async () => {
    const environment = createVirtualEnvironment();
    const gate = createThrottleGate(environment);
    const { limit, end } = createParallelism(gate, environment, 8);
    expect(limit()).toBe(8);
    gate.close('graph', 5000);
    gate.close('upload', 4000);
    expect(limit()).toBe(4);
    await environment.pass(5000);
    expect(limit()).toBe(4);
    gate.close('graph', 1000);
    expect(limit()).toBe(2);
    await environment.pass(11_000);
    expect(limit()).toBe(3);
    await environment.pass(600_000);
    expect(limit()).toBe(8);
    for (let time = 0; time < 9; time += 1) {
      gate.close('graph', 1000);
      await environment.pass(1000);
    }
    expect(limit()).toBe(1);
    end();
  });

  it('is less after a 429, and all files arrive', async () => {
    const scene = createScene({ concurrency: 4 });
    scene.drive.fail('fragment', { effect: 'answer', status: 429, retryAfter: 3 });
    let most = 0;
    scene.queue.tasks.subscribe(() => {
      const { active, done } = scene.queue.summary();
      // What ran before goes on; nothing new begins in its place.
      if (done > 5) most = Math.max(most, active);
    });
    void scene.upload(...Array.from({ length: 12 }, (_, at) => memoryFile(`${at}.bin`, someBytes(3 * UNIT))));
    await scene.settled();
    expect(scene.queue.summary().done).toBe(12);
    expect(most).toBe(2);
  });
});

it('a small file does not wait behind large ones', async () => {
  const scene = createScene({ concurrency: 2 });
  const large = Array.from({ length: 4 }, (_, at) => memoryFile(`${at}.bin`, someBytes(20 * UNIT)));
  void scene.upload(...large, memoryFile('small.txt', someBytes(10)));
  await scene.environment.runUntil(() => scene.queue.summary().done === 1);
  expect(scene.drive.files.map(({ name }) => name)).toEqual(['small.txt']);
  await scene.settled();
  expect(scene.queue.summary().done).toBe(5);
});
