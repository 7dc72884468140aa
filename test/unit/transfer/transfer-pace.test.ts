import { describe, expect, it } from 'vitest';
import { createStore, OneDriveError } from '../../../src/lib';
import type { TransferState, TransferTask } from '../../../src/transfer';
import { followPace } from '../../../src/transfer/follow-pace';
import { createPaceWatch, NO_PACE } from '../../../src/transfer/transfer-pace';
import { createManualEnvironment } from '../../support/manual-environment';

const MEGABYTE = 1_000_000;
const waiting: TransferState = { status: 'waiting', reason: 'queue' };

function buildTask(id: string, state: TransferState, size = 100 * MEGABYTE): TransferTask {
  return { id, kind: 'upload', content: 'file', name: id, folder: undefined, size, state };
}

function sending(loaded: number, total = 100 * MEGABYTE): TransferState {
  return { status: 'sending', loaded, total, restarts: 0 };
}

/** One file that moves at a speed (bytes a second), looked at every `step` milliseconds. */
function watchOne(size = 100 * MEGABYTE) {
  const look = createPaceWatch();
  let now = 0;
  let loaded = 0;
  const show = (state: TransferState) => look([buildTask('a', state, size)], now);
  return {
    show,
    run: (milliseconds: number, speed: number, step = 100) => {
      const seen = [];
      for (let passed = 0; passed < milliseconds; passed += step) {
        now += step;
        loaded += (speed * step) / 1000;
        seen.push(show(sending(loaded, size)));
      }
      return seen;
    },
    stop: (milliseconds: number, state: (progress: { loaded: number; total: number }) => TransferState) => {
      const told = show(state({ loaded, total: size }));
      now += milliseconds;
      return [told, show(state({ loaded, total: size }))];
    },
  };
}

describe('how long it takes', () => {
  it('is told after a second of movement, not before', () => {
    const { run, show } = watchOne();
    show(sending(0));
    expect(run(900, MEGABYTE)).toEqual(Array(9).fill(NO_PACE));
    const [pace] = run(100, MEGABYTE);
    expect(pace?.bytesPerSecond).toBeCloseTo(MEGABYTE, -1);
    expect(pace?.secondsLeft).toBe(120);
  });

  it('counts down in steps that people say, and never to zero', () => {
    const { run, show } = watchOne();
    show(sending(0));
    const told = run(99_900, MEGABYTE).flatMap(({ secondsLeft }) => secondsLeft ?? []);
    expect([...new Set(told)]).toEqual([120, 60, 50, 40, 30, 20, 10]);
  });

  it('follows the speed of the last seconds without jumping about', () => {
    const { run, show } = watchOne(1000 * MEGABYTE);
    show(sending(0));
    run(10_000, MEGABYTE);
    const told = Array.from({ length: 40 }, (_, index) => run(200, index % 2 ? 0 : 2 * MEGABYTE)).flat();
    const seconds = told.flatMap(({ secondsLeft }) => secondsLeft ?? []);
    expect(Math.max(...seconds) - Math.min(...seconds)).toBeLessThanOrEqual(120);
    expect(seconds.filter((value, index) => value > (seconds[index - 1] ?? value))).toEqual([]);
  });

  it('says more where it has become much more', () => {
    const { run, show } = watchOne();
    show(sending(0));
    run(10_000, 5 * MEGABYTE);
    const last = run(20_000, MEGABYTE / 4).at(-1);
    expect(last?.secondsLeft).toBe(180);
  });

  it.each<[string, (progress: { loaded: number; total: number }) => TransferState]>([
    ['paused', (progress) => ({ status: 'paused', progress: { ...progress, restarts: 0 } })],
    [
      'waiting',
      (progress) => ({ status: 'waiting', reason: 'throttled', progress: { ...progress, restarts: 0 } }),
    ],
  ])('does not count the time while it is %s', (_name, state) => {
    const { run, show, stop } = watchOne();
    show(sending(0));
    run(5_000, MEGABYTE);
    // The movement up to the stop still counts; the hour does not.
    expect(stop(3_600_000, state).at(-1)).toEqual(NO_PACE);
    const pace = run(100, MEGABYTE).at(-1);
    expect(pace?.bytesPerSecond).toBeGreaterThan(0.9 * MEGABYTE);
    expect(pace?.secondsLeft).toBe(120);
  });

  it('is not shortened by what had arrived before it was begun again', () => {
    const look = createPaceWatch();
    const others = (loaded: number) => buildTask('b', sending(loaded));
    look([buildTask('a', waiting), others(0)], 0);
    look([buildTask('a', sending(90 * MEGABYTE)), others(MEGABYTE)], 1_000);
    const pace = look([buildTask('a', sending(90 * MEGABYTE)), others(2 * MEGABYTE)], 2_000);
    expect(pace.bytesPerSecond).toBeCloseTo(MEGABYTE, -4);
  });

  it.each<[string, TransferState]>([
    ['is paused', { status: 'paused' }],
    ['asks about its name', { status: 'conflict', error: new OneDriveError('name-conflict') }],
    ['has a wrong name', { status: 'misnamed', problem: { kind: 'empty' } }],
    ['waits for its file', { status: 'interrupted', needs: 'file' }],
  ])('is that of what runs: what %s needs somebody', (_name, state) => {
    const look = createPaceWatch();
    const stopped = buildTask('b', state, 1000 * MEGABYTE);
    for (let second = 0; second < 4; second += 1) {
      look([buildTask('a', sending(second * MEGABYTE, 13 * MEGABYTE)), stopped], second * 1000);
    }
    const pace = look([buildTask('a', sending(4 * MEGABYTE, 13 * MEGABYTE)), stopped], 4000);
    expect(pace.secondsLeft).toBe(10);
  });

  it('counts files that begin and end between two looks', () => {
    const look = createPaceWatch();
    const files = (done: number) =>
      Array.from({ length: 100 }, (_, index) =>
        buildTask(
          String(index),
          index < done ? { status: 'done' } : index === done ? { status: 'preparing' } : waiting,
          10_000,
        ),
      );
    let pace = look(files(0), 0);
    for (let done = 1; done <= 20; done += 1) pace = look(files(done), done * 100);
    expect(pace.bytesPerSecond).toBeCloseTo(100_000, -2);
    expect(pace.secondsLeft).toBe(10);
  });

  it('says nothing where nothing is left but to be verified, or nothing moves', () => {
    const { run, show, stop } = watchOne(3 * MEGABYTE);
    show(sending(0));
    run(3_000, MEGABYTE);
    const verified = stop(100, (progress) => ({
      status: 'verifying',
      progress: { ...progress, restarts: 0 },
    }));
    expect(verified.at(-1)?.secondsLeft).toBeUndefined();
  });
});

describe('a list that is followed', () => {
  it('changes once a second, looks again where nothing comes, and leaves no timer behind', async () => {
    const environment = createManualEnvironment();
    const tasks = createStore<readonly TransferTask[]>([buildTask('a', sending(0))]);
    const pace = followPace(tasks, environment);
    let changes = 0;
    const leave = pace.subscribe(() => {
      changes += 1;
    });
    for (let step = 1; step <= 40; step += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one moment after another
      await environment.advance(50);
      tasks.set([buildTask('a', sending(step * 50_000))]);
    }
    expect(changes).toBeLessThanOrEqual(3);
    expect(pace.get().bytesPerSecond).toBeCloseTo(MEGABYTE, -4);
    await environment.advance(8_000);
    expect(pace.get().bytesPerSecond).toBeLessThan(MEGABYTE / 2);
    tasks.set([buildTask('a', { status: 'done' })]);
    expect(pace.get()).toEqual(NO_PACE);
    leave();
    expect(environment.waits()).toEqual([]);
  });
});
