import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmulator, type RunningEmulator } from '../../src/emulator/node/start-emulator';

let emulator: RunningEmulator;
let token: string;

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, bytesPort: 0, drive: 'empty' });
  token = ((await (await admin('token?user=work@contoso.example')).json()) as { access_token: string })
    .access_token;
});
afterAll(() => emulator.close());

const admin = (path: string, body?: unknown): Promise<Response> =>
  fetch(`${emulator.loginOrigin}/_emulator/${path}`, {
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  });
const put = (name: string): Promise<Response> =>
  fetch(`${emulator.loginOrigin}/v1.0/me/drive/root:/${name}:/content`, {
    method: 'PUT',
    body: 'x',
    headers: { Authorization: `Bearer ${token}` },
  });

test('a write whose answer was lost is told as such, and so is the one that repeats it', async () => {
  const rules = [{ match: { method: 'PUT' }, phase: 'after', effect: { kind: 'cut' } }];
  await admin('faults', rules);
  await expect(put('a.txt')).rejects.toThrow();
  const again = await put('a.txt');
  const { writes } = (await (await admin('ledger')).json()) as { writes: { after: { eTag: string } }[] };
  expect(writes).toMatchObject([
    { kind: 'create', outcome: 'cut', status: null, fault: 'after cut' },
    { kind: 'content', outcome: 'answered', status: 200, fault: null },
  ]);
  expect(writes[1]).toMatchObject({
    before: writes[0]?.after,
    after: { eTag: ((await again.json()) as { eTag: string }).eTag },
  });
  const { log } = { log: (await (await admin('log')).json()) as { number: number; method: string }[] };
  const puts = log.filter(({ method }) => method === 'PUT').map(({ number }) => number);
  expect(writes).toMatchObject(puts.map((request) => ({ request })));
});

test('a reset empties it', async () => {
  await put('b.txt');
  await admin('reset', {});
  expect(await (await admin('ledger')).json()).toEqual({
    writes: [],
    uploadSessions: [],
    earlyRequests: [],
  });
});
