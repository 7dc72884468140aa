import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConflictBehavior } from '../../src/transfer';
import type { Fault, Operation } from '../unit/transfer/support/fake-drive';
import { memoryFile, someBytes } from '../unit/transfer/support/memory-file';
import { createScene, KIB, ROOT, source, UNIT } from '../unit/transfer/support/scene';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 150);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_121);

const size = fc.oneof(
  fc.constantFrom(0, 1, 64 * KIB, 64 * KIB + 1, UNIT - 1, UNIT, UNIT + 1, 2 * UNIT),
  fc.integer({ min: 0, max: 3 * UNIT }),
);
const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.constantFrom<Fault>(
    { effect: 'unreachable' },
    { effect: 'lost' },
    { effect: 'cut' },
    { effect: 'stall' },
    { effect: 'empty' },
    { effect: 'forget' },
  ),
  fc
    .constantFrom(400, 401, 404, 408, 416, 423, 429, 500, 502, 503, 507)
    .map((status): Fault => ({ effect: 'answer', status })),
  fc.integer({ min: 1, max: 90 }).map((retryAfter): Fault => ({ effect: 'answer', status: 429, retryAfter })),
  fc.constantFrom(201, 202, 409, 500, 503).map((status): Fault => ({ effect: 'answer-after', status })),
);
const scenario = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  sizes: fc.array(size, { minLength: 1, maxLength: 5 }),
  units: fc.integer({ min: 1, max: 3 }),
  behavior: fc.constantFrom<ConflictBehavior>('fail', 'replace', 'rename'),
  occupied: fc.boolean(),
  hashes: fc.boolean(),
  byteFaults: fc.array(fault, { maxLength: 8 }),
  putFaults: fc.array(fault, { maxLength: 4 }),
  deleteFaults: fc.array(fc.constantFrom<Fault>({ effect: 'unreachable' }, { effect: 'lost' }), {
    maxLength: 2,
  }),
  pauses: fc.array(fc.integer({ min: 0, max: 1500 }), { maxLength: 3 }),
  cancelAfter: fc.option(fc.integer({ min: 0, max: 3000 }), { nil: undefined }),
});
type Scenario = typeof scenario extends fc.Arbitrary<infer Value> ? Value : never;

/** Faults hit a request by the chance of the seed, so that they spread over the run. */
function planFaults(
  scene: ReturnType<typeof createScene>,
  { byteFaults, putFaults, deleteFaults }: Scenario,
) {
  const plans: Partial<Record<Operation, Fault[]>> = {
    fragment: [...byteFaults],
    put: [...putFaults],
    delete: [...deleteFaults],
  };
  scene.drive.settings.decide = (operation) => {
    const plan = plans[operation];
    return plan && plan.length > 0 && scene.environment.random() < 0.5 ? plan.shift() : undefined;
  };
}

async function play(given: Scenario) {
  const scene = createScene({ seed: given.seed, fragmentSize: given.units * UNIT });
  const { drive, environment, queue } = scene;
  drive.settings.hashes = given.hashes;
  const foreign = someBytes(33, given.seed);
  if (given.occupied)
    drive.store({ driveId: 'drive', parentId: 'root', name: 'file 0.bin' }, foreign, 'fail');
  planFaults(scene, given);
  const files = given.sizes.map((bytes, index) =>
    memoryFile(`file ${index}.bin`, someBytes(bytes, index + 1)),
  );
  void queue.upload(files.map(source), ROOT, { conflictBehavior: given.behavior });
  for (const moment of given.pauses) {
    await environment.pass(moment);
    queue.pauseAll();
    await environment.pass(moment / 2);
    queue.resumeAll();
  }
  if (given.cancelAfter !== undefined) {
    await environment.pass(given.cancelAfter);
    queue.cancelAll();
  }
  const resting = () => {
    const { waiting, active } = queue.summary();
    return waiting + active === 0;
  };
  await environment.runUntil(resting);
  await environment.pass(600_000);
  const tasks = queue.tasks.get();
  // A question keeps its session until it is answered.
  for (const { id } of tasks) queue.resolveConflict(id, 'skip');
  // What has failed keeps its session for a retry, until it is taken off the list.
  queue.clearFinished();
  await environment.pass(600_000);
  return { ...scene, tasks, files, foreign };
}

describe('uploads under random faults', () => {
  it(`lose no byte, make no second file, leave no session open, and all come to an end (${RUNS} runs)`, async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async (given) => {
        const { tasks, drive, files, foreign, environment } = await play(given);
        let done = 0;
        const told409 = given.byteFaults.some((known) => 'status' in known && known.status === 409);
        for (const [index, { state }] of tasks.entries()) {
          expect(['done', 'conflict', 'failed', 'cancelled']).toContain(state.status);
          if (state.status === 'conflict' && given.hashes && !told409) {
            // Nobody is asked about a name that only the file itself has taken.
            expect(given.occupied && index === 0).toBe(true);
          }
          if (state.status !== 'done') continue;
          done += 1;
          const stored = drive.files.find((file) => file.id === state.item?.id);
          expect(
            Buffer.compare(stored?.content ?? new Uint8Array(), files[index]?.content ?? new Uint8Array()),
          ).toBe(0);
        }
        const before = given.occupied ? 1 : 0;
        // Replacing makes no new file; a cancelled or failed one may have arrived all the same, but only once.
        const unfinished = tasks.length - done;
        expect(drive.files.length).toBeLessThanOrEqual(before + done + unfinished);
        expect(new Set(drive.files.map((file) => file.name)).size).toBe(drive.files.length);
        const names = drive.files.map((file) => file.name);
        for (const { name } of files) {
          const copies = names.filter((known) => known === name || known === name.replace('.bin', ' 1.bin'));
          const allowed = given.occupied && given.behavior === 'rename' && name === 'file 0.bin' ? 2 : 1;
          expect(copies.length).toBeLessThanOrEqual(allowed);
        }
        for (const { content } of files.filter((file) => file.size >= 16)) {
          const copies = drive.files.filter((file) => Buffer.compare(file.content, content) === 0);
          expect(copies.length).toBeLessThanOrEqual(1);
        }
        // A service that calls a free name taken gets the next one; otherwise no number is skipped.
        if (!told409) expect(names.filter((name) => /^file \d [2-9]\.bin$/.test(name))).toEqual([]);
        if (given.occupied && given.behavior !== 'replace') {
          expect(drive.files.some((file) => Buffer.compare(file.content, foreign) === 0)).toBe(true);
        }
        expect(drive.openSessions()).toHaveLength(0);
        expect(environment.pendingTimers()).toBe(0);
        expect(environment.onlineListeners()).toBe(0);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  }, 120_000);
});
