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
beforeEach(() => admin('reset'));

const admin = (path: string, body?: unknown): Promise<Response> =>
  fetch(`${emulator.loginOrigin}/_emulator/${path}`, {
    method: 'POST',
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const makeLink = async (): Promise<number> => {
  const answer = await fetch(`${emulator.loginOrigin}/v1.0/me/drive/root/createLink`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body: JSON.stringify({ type: 'view', scope: 'anonymous' }),
  });
  return answer.status;
};

describe('/_emulator/policy', () => {
  test('forbids links for anyone, and allows them again', async () => {
    expect((await admin('policy', { anonymousLinks: false })).status).toBe(200);
    expect(await makeLink()).toBe(403);
    await admin('policy', { anonymousLinks: true });
    expect(await makeLink()).toBe(201);
  });

  test('is forgotten with a reset', async () => {
    await admin('policy', { anonymousLinks: false });
    await admin('reset');
    expect(await makeLink()).toBe(201);
  });

  test.each([{}, { anonymousLinks: 'no' }, { anonymousLinks: true, more: 1 }])('refuses %j', async (body) => {
    const answer = await admin('policy', body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ error: expect.any(String) });
  });
});
