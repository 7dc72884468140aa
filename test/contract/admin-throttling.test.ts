import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startEmulator, type RunningEmulator } from '../../src/emulator/node/start-emulator';

let emulator: RunningEmulator;
let token: string;

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, bytesPort: 0, drive: 'empty' });
  const answer = await fetch(`${emulator.loginOrigin}/_emulator/token?user=work@contoso.example`);
  token = ((await answer.json()) as { access_token: string }).access_token;
});
afterAll(() => emulator.close());
beforeEach(() => admin('POST', 'reset'));

const admin = (method: string, path: string, body?: unknown): Promise<Response> =>
  fetch(`${emulator.loginOrigin}/_emulator/${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const read = async (): Promise<number> => {
  const headers = { Authorization: `Bearer ${token}` };
  return (await fetch(`${emulator.loginOrigin}/v1.0/me/drive/root`, { headers })).status;
};

describe('/_emulator/throttling', () => {
  test('sets limits; what is left out is as documented', async () => {
    const answer = await admin('POST', 'throttling', { unitsPerMinute: 2 });
    expect(await answer.json()).toMatchObject({ limits: { unitsPerMinute: 2, unitsPerDay: 1_200_000 } });
    expect([await read(), await read(), await read()]).toEqual([200, 200, 429]);
    const state = await (await admin('GET', 'state')).json();
    expect(state.graph.throttling.applications).toMatchObject([{ unitsThisMinute: 3 }]);
  });

  test('the clock of the emulator ends the minute', async () => {
    await admin('POST', 'throttling', { unitsPerMinute: 1 });
    expect([await read(), await read()]).toEqual([200, 429]);
    await admin('POST', 'clock', { advance: 3 * 60_000 });
    expect(await read()).toBe(200);
  });

  for (const [method, path] of [
    ['DELETE', 'throttling'],
    ['POST', 'reset'],
  ] as const) {
    test(`${method} ${path} lifts them`, async () => {
      await admin('POST', 'throttling', { unitsPerMinute: 1 });
      expect([await read(), await read()]).toEqual([200, 429]);
      await admin(method, path);
      expect([await read(), await read()]).toEqual([200, 200]);
    });
  }

  test.each([{ unitsPerMinute: 0 }, { unitsPerHour: 5 }, { status: 500 }, { ingressPerHour: '5' }])(
    'refuses %j with a sentence',
    async (limits) => {
      const answer = await admin('POST', 'throttling', limits);
      expect(answer.status).toBe(400);
      expect(((await answer.json()) as { error: string }).error).toBeTruthy();
      expect([await read(), await read()]).toEqual([200, 200]);
    },
  );
});

test('started with throttling, the documented limits hold, also after a reset', async () => {
  const other = await startEmulator({ port: 0, bytesPort: 0, drive: 'empty', throttling: true });
  try {
    await fetch(`${other.loginOrigin}/_emulator/reset`, { method: 'POST' });
    const state = await (await fetch(`${other.loginOrigin}/_emulator/state`)).json();
    expect(state.graph.throttling.limits).toMatchObject({ unitsPerMinute: 1250, status: 429 });
  } finally {
    await other.close();
  }
});
