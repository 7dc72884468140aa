import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openLocalEmulator, type LocalEmulator } from '../fault/support/local-wire';
import { play } from './support/play';
import { scenario, type Scenario } from './support/scenario';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 500);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_122);
const PATH = process.env['FUZZ_PATH'];
/** Told now and then, where it takes long. */
const TELL_EVERY = 1_000;

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
    let [runs, faults, requests] = [0, 0, 0];
    const tell = () => {
      const seconds = (performance.now() - start) / 1000;
      process.stderr.write(
        `seed ${SEED}: ${runs} scenarios, ${faults} faults, ${requests} requests, ${seconds.toFixed(1)} s\n`,
      );
    };
    await fc.assert(
      fc.asyncProperty(scenario, async (given) => {
        const played = await play(emulators, given);
        faults += played.faults;
        requests += played.requests;
        runs += 1;
        if (runs % TELL_EVERY === 0) tell();
      }),
      // The scenario as it came: making it smaller takes minutes.
      { numRuns: RUNS, seed: SEED, ...(PATH !== undefined && { path: PATH }), endOnFailure: true },
    );
    tell();
    expect(faults).toBeGreaterThan(RUNS);
  }, 36_000_000);
});
