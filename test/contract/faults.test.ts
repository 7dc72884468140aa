import { request as httpRequest } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { portAfter } from '../../src/emulator/node/port-number';
import { startEmulator } from '../../src/emulator/node/start-emulator';
import type { RunningEmulator } from '../../src/emulator/node/start-emulator';
import { createStubGraph } from '../support/stub-graph';

const graph = createStubGraph();
let emulator: RunningEmulator;

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, bytesPort: 0, createGraph: graph.create });
});
afterAll(() => emulator.close());
beforeEach(() => admin('POST', 'reset'));

const admin = (method: string, path: string, body?: unknown): Promise<Response> =>
  fetch(`${emulator.loginOrigin}/_emulator/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const fault = (phase: string, effect: object, more: object = {}): Promise<Response> =>
  admin('POST', 'faults', [{ match: { origin: 'bytes' }, phase, effect, ...more }]);
const put = (length = 200): Promise<Response> =>
  fetch(`${emulator.bytesOrigin}/up/1`, { method: 'PUT', body: new Uint8Array(length) });
/** What has become of the requests, once it is this. */
const outcomes = (wanted: readonly string[], of: RunningEmulator = emulator): Promise<void> =>
  vi.waitFor(async () => {
    const log = await (await fetch(`${of.loginOrigin}/_emulator/log`)).json();
    expect(log.map(({ outcome }: { outcome: string }) => outcome)).toEqual(wanted);
  });
/** A request that gets no answer, and gives up once it has arrived. */
const stalls = async (): Promise<void> => {
  const patience = new AbortController();
  const { signal } = patience;
  const body = new Uint8Array(200);
  const waiting = expect(fetch(`${emulator.bytesOrigin}/up/1`, { method: 'PUT', body, signal })).rejects;
  await outcomes(['running']);
  patience.abort();
  await waiting.toThrow();
  await outcomes(['cut']);
};
const get = (): Promise<Response> => fetch(`${emulator.bytesOrigin}/down/1`);

describe('before: the request is not applied', () => {
  test('a status with its headers, readable by a page', async () => {
    await fault('before', { kind: 'status', status: 429, headers: { 'retry-after': '7' } });
    const answer = await put();
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('7');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(await answer.json()).toMatchObject({ error: { code: 'activityLimitReached' } });
    expect(graph.applied).toEqual([]);
  });

  test('a cut', async () => {
    await fault('before', { kind: 'cut' });
    await expect(put()).rejects.toThrow();
    expect(graph.applied).toEqual([]);
  });

  test('a page of HTML, readable by a page', async () => {
    const headers = { 'content-type': 'text/html' };
    await fault('before', { kind: 'status', status: 502, headers, body: '<h1>Bad gateway</h1>' });
    const answer = await put();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([502, 'text/html']);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(await answer.text()).toBe('<h1>Bad gateway</h1>');
    expect(graph.applied).toEqual([]);
  });

  test('a success that is a lie', async () => {
    await fault('before', { kind: 'status', status: 201, body: { id: 'made-up' } });
    const answer = await put();
    expect([answer.status, await answer.json()]).toEqual([201, { id: 'made-up' }]);
    expect(graph.applied).toEqual([]);
  });

  test('an empty page, whose link leads to the true one', async () => {
    const link = `${emulator.bytesOrigin}/down/1`;
    await fault('before', { kind: 'status', status: 200, body: { value: [], '@odata.nextLink': link } });
    expect(await (await get()).json()).toEqual({ value: [], '@odata.nextLink': link });
    expect(await (await fetch(link)).text()).not.toMatch(/nextLink/);
  });

  test('a stall: nothing comes until the client gives up', async () => {
    await fault('before', { kind: 'stall' });
    await stalls();
    expect(graph.applied).toEqual([]);
  });

  test('a stall ends when the emulator closes', async () => {
    const other = await startEmulator({ port: 0, bytesPort: 0, createGraph: createStubGraph().create });
    const rules = [{ phase: 'before', effect: { kind: 'stall' } }];
    await fetch(`${other.loginOrigin}/_emulator/faults`, { method: 'POST', body: JSON.stringify(rules) });
    const waiting = expect(fetch(`${other.bytesOrigin}/down/1`)).rejects.toThrow();
    await outcomes(['running'], other);
    await other.close();
    await waiting;
  });

  test('a delay, then it is applied', async () => {
    await fault('before', { kind: 'delay', ms: 80 });
    const started = performance.now();
    expect((await put()).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(70);
  });
});

describe('during: in the middle of the body', () => {
  test('a cut of the request: its body never arrives whole', async () => {
    await fault('during', { kind: 'cut', afterBytes: 100 });
    await expect(put(200_000)).rejects.toThrow();
    expect(graph.applied).toEqual([]);
  });

  test('a cut of the answer, where the request has no body', async () => {
    await fault('during', { kind: 'cut', afterBytes: 10 });
    const answer = await get();
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow();
  });

  test('a stall of the answer after its first half', async () => {
    await fault('during', { kind: 'stall' });
    const answer = await get();
    expect(answer.status).toBe(200);
    const reader = answer.body?.getReader();
    expect((await reader?.read())?.value).toHaveLength(500);
    await reader?.cancel();
  });

  test('a status in the middle of the request', async () => {
    await fault('during', { kind: 'status', status: 503 });
    expect((await put(200_000)).status).toBe(503);
    expect(graph.applied).toEqual([]);
  });

  test('a delay in the middle loses nothing', async () => {
    await fault('during', { kind: 'delay', ms: 30 }, { times: 2 });
    expect((await put(200_000)).status).toBe(200);
    expect(graph.applied).toEqual(['PUT /up/1 200000']);
    expect(await (await get()).text()).toHaveLength(1000);
  });
});

describe('after: the request is applied, its answer is not heard', () => {
  test('a cut', async () => {
    await fault('after', { kind: 'cut' });
    await expect(put()).rejects.toThrow();
    expect(graph.applied).toEqual(['PUT /up/1 200']);
  });

  test('a cut within the answer', async () => {
    await fault('after', { kind: 'cut', afterBytes: 5 });
    const answer = await put();
    await expect(answer.text()).rejects.toThrow();
    expect(graph.applied).toEqual(['PUT /up/1 200']);
  });

  test('a stall', async () => {
    await fault('after', { kind: 'stall' });
    await stalls();
    expect(graph.applied).toEqual(['PUT /up/1 200']);
  });

  test('another status', async () => {
    await fault('after', { kind: 'status', status: 500, body: 'oops' });
    const answer = await put();
    expect([answer.status, await answer.text()]).toEqual([500, 'oops']);
    expect(graph.applied).toEqual(['PUT /up/1 200']);
  });
});

describe('which request is hit', () => {
  test('the nth, so many times, by method and path', async () => {
    const match = { method: 'put', path: '^/up/\\d+$', origin: 'bytes' };
    await admin('POST', 'faults', [
      { match, nth: 2, times: 2, phase: 'before', effect: { kind: 'status', status: 500 } },
    ]);
    await get();
    const statuses = [await put(), await put(), await put(), await put()].map(({ status }) => status);
    expect(statuses).toEqual([200, 500, 500, 200]);
  });

  test('a preflight is no occurrence', async () => {
    await fault('before', { kind: 'status', status: 500 });
    await fetch(`${emulator.bytesOrigin}/up/1`, { method: 'OPTIONS' });
    expect((await put()).status).toBe(500);
  });

  test('none after they were deleted', async () => {
    await fault('before', { kind: 'cut' });
    await admin('DELETE', 'faults');
    expect((await put()).status).toBe(200);
  });

  test('a claims challenge carries decodable claims', async () => {
    await admin('POST', 'faults', [
      { match: { path: '^/v1.0/me' }, phase: 'before', effect: { kind: 'claims-challenge' } },
    ]);
    const answer = await fetch(`${emulator.loginOrigin}/v1.0/me`);
    const challenge = answer.headers.get('www-authenticate') ?? '';
    expect(challenge).toContain('error="insufficient_claims"');
    const claims = /claims="([^"]+)"/.exec(challenge)?.[1] ?? '';
    expect(JSON.parse(Buffer.from(claims, 'base64').toString())).toHaveProperty('access_token.nbf');
    expect(answer.headers.get('access-control-expose-headers')).toContain('WWW-Authenticate');
  });

  test.each([
    [[{ phase: 'never', effect: { kind: 'cut' } }], 'phase'],
    [[{ phase: 'before', effect: { kind: 'explode' } }], 'effect'],
    [[{ phase: 'before', effect: { kind: 'cut' }, nth: 0 }], 'nth'],
    [[{ phase: 'before', effect: { kind: 'cut' }, match: { path: '(' } }], 'regular expression'],
    [{}, 'The body'],
  ])('a rule that can not be understood is a 400 with a sentence: %j', async (rules, word) => {
    const answer = await admin('POST', 'faults', rules);
    expect(answer.status).toBe(400);
    expect((await answer.json()).error).toContain(word);
  });
});

describe('steering', () => {
  test('the log shows requests without secrets', async () => {
    await fetch(`${emulator.bytesOrigin}/up/1?tempauth=secret`, { headers: { authorization: 'Bearer s3' } });
    const log = await (await admin('GET', 'log')).json();
    expect(log).toMatchObject([{ method: 'GET', path: '/up/1', query: '?tempauth', status: 200 }]);
    expect(log[0].headerNames).toContain('authorization');
    expect(JSON.stringify(log)).not.toMatch(/secret|s3/);
  });

  test('a token for the command line opens Graph', async () => {
    const answer = await admin('GET', 'token?user=work@contoso.example&scope=Files.Read');
    const { access_token: token } = await answer.json();
    const me = await fetch(`${emulator.loginOrigin}/v1.0/me`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await me.json()).toMatchObject({ upn: 'work@contoso.example', scopes: ['Files.Read'] });
    expect((await admin('GET', 'token?user=nobody@contoso.example')).status).toBe(400);
    expect((await admin('GET', 'token')).status).toBe(400);
    expect((await admin('GET', 'token?user=work@contoso.example&scope=Nope')).status).toBe(400);
  });

  test('applications are checked before they are registered', async () => {
    const clientId = '55555555-5555-4555-8555-555555555555';
    const register = async (app: object): Promise<number> => (await admin('POST', 'apps', app)).status;
    expect(await register({ clientId, spa: ['http://localhost:3000/cb.html'] })).toBe(200);
    expect(await register({ clientId: 'me' })).toBe(400);
    expect(await register({ clientId, spa: ['http://portal.example/cb'] })).toBe(400);
    expect(await register({ clientId, spa: ['https://portal.example/*'] })).toBe(400);
    expect(await register({ clientId, spas: [] })).toBe(400);
  });

  test('the state shows clock, faults and Graph', async () => {
    await admin('POST', 'clock', { advance: 3_600_000 });
    const state = await (await admin('GET', 'state')).json();
    expect(Date.parse(state.now) - Date.now()).toBeGreaterThan(3_500_000);
    expect(state).toMatchObject({ faults: [], graph: { applied: [] } });
    expect((await admin('POST', 'clock', { advance: -1 })).status).toBe(400);
  });
});

describe('who may steer', () => {
  /** `fetch` doesn't let a test lie about Host. */
  const status = (path: string, headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      const url = new URL(path, emulator.loginOrigin);
      const outgoing = httpRequest(url, { headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      outgoing.once('error', reject).end();
    });

  test.each([
    [{ host: 'evil.example' }],
    [{ host: 'localhost.evil.example' }],
    [{ host: '127.0.0.1.evil.example' }],
    [{ host: 'localhost@evil.example' }],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'http://localhost.evil.example' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
  ])('not a website: %j', async (headers) => {
    const answered = await status('/_emulator/token?user=work@contoso.example', headers);
    expect([400, 403]).toContain(answered);
  });

  test.each([[{}], [{ host: '127.0.0.1:5174' }], [{ host: '[::1]' }], [{ origin: 'http://localhost:5173' }]])(
    'this computer: %j',
    async (headers) => {
      expect(await status('/_emulator/state', headers)).toBe(200);
    },
  );

  test('a foreign Host is refused on every path, for a rebound name could walk the sign-in', async () => {
    expect(await status('/common/v2.0/.well-known/openid-configuration', { host: 'evil.example' })).toBe(403);
  });

  test('the bytes origin has no steering', async () => {
    await fetch(`${emulator.bytesOrigin}/_emulator/state`);
    expect(graph.applied).toEqual(['GET /_emulator/state 0']);
  });

  test('answers on IPv4, which `localhost` may mean', async () => {
    const { port } = new URL(emulator.loginOrigin);
    await new Promise<void>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.end(resolve));
      socket.once('error', reject);
    });
  });

  test('a port in use is one sentence that names the variable', async () => {
    const port = Number(new URL(emulator.loginOrigin).port);
    const options = { port, bytesPort: 0, createGraph: createStubGraph().create };
    await expect(startEmulator(options)).rejects.toThrow(
      new RegExp(`^Port ${port} is in use: .* EMULATOR_PORT `),
    );
  });
});

describe('connections that are open when a fault is scripted', () => {
  /** A connection that has been used and waits for the next request. */
  const idleConnection = (allowHalfOpen: boolean): Promise<Socket> =>
    new Promise((resolve, reject) => {
      const port = Number(new URL(emulator.loginOrigin).port);
      const socket = connect({ port, host: '127.0.0.1', allowHalfOpen }, () => {
        socket.write('GET /_emulator/log HTTP/1.1\r\nHost: localhost\r\n\r\n');
      });
      socket.once('data', () => resolve(socket));
      socket.once('error', reject);
    });

  test('have ended at their client before the scripting is answered', async () => {
    const socket = await idleConnection(false);
    let ended = false;
    socket.once('end', () => {
      ended = true;
    });
    expect((await fault('before', { kind: 'cut' })).status).toBe(200);
    expect(ended).toBe(true);
  });

  test('hold nobody up where a client does not close its side', async () => {
    const socket = await idleConnection(true);
    expect((await fault('before', { kind: 'cut' })).status).toBe(200);
    socket.destroy();
  });
});

test('without ports of its own for the bytes it takes none that somebody else counts on', async () => {
  const other = await startEmulator({ port: 0, createGraph: createStubGraph().create });
  expect(new URL(other.bytesOrigin).port).not.toBe('5175');
  await other.close();
  expect([0, 5174, 65_535].map(portAfter)).toEqual([0, 5175, 0]);
});
