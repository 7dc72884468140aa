import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startEmulator, type RunningEmulator } from '../../src/emulator/node/start-emulator';
import { createStubGraph } from '../support/stub-graph';

const CLIENT = '22222222-2222-4222-8222-222222222222';
let emulator: RunningEmulator;

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, bytesPort: 0, createGraph: createStubGraph().create });
});
afterAll(() => emulator.close());
beforeEach(() => admin('POST', 'reset'));

const admin = (method: string, path: string, body?: unknown): Promise<Response> =>
  fetch(`${emulator.loginOrigin}/_emulator/${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const tokenOf = async (user: string): Promise<string> =>
  ((await (await admin('GET', `token?user=${user}`)).json()) as { access_token: string }).access_token;
const graph = async (path: string, user = 'work@contoso.example', method = 'GET'): Promise<number> => {
  const headers = { Authorization: `Bearer ${await tokenOf(user)}` };
  return (await fetch(`${emulator.loginOrigin}/v1.0${path}`, { method, headers })).status;
};
const bytes = async (path: string): Promise<number> => (await fetch(emulator.bytesOrigin + path)).status;
const fault = (path: string, status: number, retryAfter: string, phase = 'before'): Promise<Response> => {
  const effect = { kind: 'status', status, headers: { 'retry-after': retryAfter } };
  return admin('POST', 'faults', [{ match: { path }, phase, effect }]);
};
const early = async (): Promise<{ path: string; toldBy: number; request: number }[]> =>
  (await (await admin('GET', 'ledger')).json()).earlyRequests;
const paths = async (): Promise<string[]> => (await early()).map(({ path }) => path);

test('a request inside the time that an answer told to wait is told, with who sent it and by whom told', async () => {
  await fault('/first', 429, '30');
  expect(await graph('/first')).toBe(429);
  await graph('/second');
  expect(await early()).toMatchObject([
    {
      toldBy: 1,
      request: 2,
      host: 'graph',
      application: CLIENT,
      method: 'GET',
      path: '/v1.0/second',
    },
  ]);
});

test('after that time all is well', async () => {
  await fault('/first', 503, '30');
  await graph('/first');
  await admin('POST', 'clock', { advance: 30_000 });
  await graph('/second');
  expect(await early()).toEqual([]);
});

test('the longest wait holds', async () => {
  await fault('/first', 429, '60');
  await fault('/second', 429, '1');
  await graph('/first');
  await graph('/second');
  await admin('POST', 'clock', { advance: 10_000 });
  await graph('/third');
  expect(await paths()).toEqual(['/v1.0/second', '/v1.0/third']);
});

test('a date tells as well as seconds, and what tells nothing asks nothing', async () => {
  await fault('/date', 503, new Date(Date.now() + 60_000).toUTCString());
  await graph('/date');
  await graph('/second');
  expect(await paths()).toEqual(['/v1.0/second']);
  await admin('POST', 'reset');
  await fault('/odd', 503, 'soon');
  await graph('/odd');
  await graph('/second');
  expect(await early()).toEqual([]);
});

test('another user, and another host, need not wait', async () => {
  await fault('/first', 429, '30');
  await graph('/first');
  await graph('/second', 'personal@outlook.example');
  await bytes('/file');
  expect(await early()).toEqual([]);
});

test('on the host of preauthenticated URLs everybody waits: nobody is known', async () => {
  await fault('/range', 503, '30');
  await bytes('/range');
  await bytes('/other');
  expect(await early()).toMatchObject([{ host: 'bytes', application: null, user: null, path: '/other' }]);
});

test('a success with the header, and a preflight, tell and break nothing', async () => {
  await fault('/accepted', 202, '30');
  await graph('/accepted');
  await graph('/second');
  await fault('/refused', 429, '30');
  await graph('/refused');
  await graph('/third', undefined, 'OPTIONS');
  expect(await early()).toEqual([]);
});

test('an answer that never came told nobody', async () => {
  await admin('POST', 'faults', [{ match: { path: '/lost' }, phase: 'after', effect: { kind: 'cut' } }]);
  await expect(graph('/lost')).rejects.toThrow();
  await graph('/second');
  expect(await early()).toEqual([]);
});

test('holds no token', async () => {
  await fault('/first', 429, '30');
  await graph('/first');
  await graph('/second?tempauth=secret');
  const text = await (await admin('GET', 'ledger')).text();
  expect(text).not.toMatch(/secret|eyJ|Bearer/);
});
