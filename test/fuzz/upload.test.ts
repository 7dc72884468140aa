import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openLocalEmulator, type LocalEmulator } from '../fault/support/local-wire';
import { play } from './support/play';
import { scenario, type Scenario } from './support/scenario';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 500);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_122);
/** Of the first failure, the scenario as it came: shrinking takes minutes. */
const QUICK = process.env['FUZZ_QUICK'] !== undefined;
const PATH = process.env['FUZZ_PATH'];

let emulators: Record<Scenario['drive'], LocalEmulator>;
beforeAll(async () => {
  // Both clocks move by leaps alone, so that a run is the same each time.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 22, 12) });
  emulators = {
    business: await openLocalEmulator('business'),
    personal: await openLocalEmulator('personal'),
  };
});
afterAll(async () => {
  await Promise.all(Object.values(emulators).map((emulator) => emulator.close()));
  vi.useRealTimers();
});

describe('uploads under random faults', () => {
  it(`lose nothing, double nothing, leave nothing open, and all come to an end (${RUNS} scenarios)`, async () => {
    const start = performance.now();
    let [faults, requests] = [0, 0];
    await fc.assert(
      fc.asyncProperty(scenario, async (given) => {
        const played = await play(emulators, given);
        faults += played.faults;
        requests += played.requests;
      }),
      { numRuns: RUNS, seed: SEED, ...(PATH !== undefined && { path: PATH }), endOnFailure: QUICK },
    );
    const seconds = (performance.now() - start) / 1000;
    console.info(
      `seed ${SEED}: ${RUNS} scenarios, ${faults} faults, ${requests} requests, ${seconds.toFixed(1)} s`,
    );
    expect(faults).toBeGreaterThan(RUNS);
  }, 36_000_000);
});
