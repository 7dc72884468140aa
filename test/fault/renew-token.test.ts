import { afterEach, beforeEach, describe, expect, vi } from 'vitest';
import { PASSING } from './support/effects';
import { emptyDrive } from './support/empty-drive';
import { msalSignIn } from './support/msal-sign-in';
import { passing, SMALL, testRow, type Cell, type Row } from './support/row';

const emulator = emptyDrive();

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const HOUR = 3_600_000;
const row: Row = { name: 'renew token', file: SMALL, match: { method: 'POST', path: '/oauth2/v2.0/token' } };
/** Two hours later the token has ended, as the service sees it and the library. */
const cell = (effects: Cell['effects'] = []): Cell => ({
  effects,
  scene: { signIn: msalSignIn },
  before: ({ environment }) => environment.leapFor(2 * HOUR),
});

describe('renew token', () => {
  // MSAL gives a request that stalls no time, and whoever asks again waits for the same one.
  const cells = Object.entries(passing()).filter(([fault]) => !fault.startsWith('F3'));
  testRow(emulator, row, {
    ...Object.fromEntries(cells.map(([fault, { effects }]) => [fault, cell(effects)])),
    // It says how long in a header that the library does not tell: tried each minute, and not for ever.
    'F4 throttled, long': {
      ...cell([PASSING['F4 throttled, long']]),
      ends: { failed: 'unavailable' },
      afterwards: async (scene) => {
        await scene.environment.leapFor(900_000);
        scene.transfers.retryFailed();
        expect((await scene.rest())[0]?.state).toMatchObject({ status: 'done' });
      },
    },
  });
});
