import { afterAll, beforeAll } from 'vitest';
import { startEmulator, type RunningEmulator } from '../../../src/emulator/node/start-emulator';

/** One emulator for the tests of a file, in front of an empty drive. What it returns gives it to a test. */
export function emptyDrive(): () => RunningEmulator {
  let emulator: RunningEmulator;
  beforeAll(async () => {
    emulator = await startEmulator({ port: 0, bytesPort: 0, drive: 'empty', strict: true });
  });
  afterAll(() => emulator.close());
  return () => emulator;
}
