import { describe, expect, it, vi } from 'vitest';
import type { Auth, Connection } from '../../../src/auth';
import { followConnection } from '../../../src/control/telemetry/follow-connection';
import { routeOf } from '../../../src/control/telemetry/route';
import { createTeller } from '../../../src/control/telemetry/teller';
import { watchAuth } from '../../../src/control/telemetry/watch-auth';
import { createStore, failureOf, OneDriveError, type Telemetry, type TelemetryEvent } from '../../../src/lib';

const ROOT = 'https://graph.microsoft.com/v1.0';
const account = {
  id: 'SECRETID',
  name: 'SECRETNAME',
  username: 'SECRET@x.example',
  tenantId: 'SECRETTENANT',
};

const clock = { now: () => 0 };

describe('the route of a request', () => {
  it.each([
    ['/me/drive', '/me/drive'],
    ['/me/drive/root:/Secret%20folder/Plan.docx:/content', '/me/drive/root:/{path}:/content'],
    ['/me/drive/root:/me/items', '/me/drive/root:/{path}'],
    ['/drives/b!SECRET/items/01SECRET/children?$select=SECRET', '/drives/{id}/items/{id}/children'],
    [
      '/drives/b!SECRET/items/01SECRET:/a.txt:/createUploadSession',
      '/drives/{id}/items/{id}:/{path}:/createUploadSession',
    ],
    ["/me/drive/root/search(q='SECRET')", '/me/drive/root/search'],
    ['/users/secret@x.example/drive', '/users/{id}/drive'],
  ])('%s is %s', (path, route) => {
    expect(routeOf(ROOT + path, ROOT)).toBe(route);
    expect(routeOf(ROOT + path, `${ROOT}/`)).toBe(route);
  });
});

it('of a failure only codes are told, and no text that stands in the place of one', () => {
  const told = (serviceCode: string) => failureOf(new OneDriveError('not-found', { serviceCode }));
  expect(told('itemNotFound')).toEqual({ code: 'not-found', serviceCode: 'itemNotFound' });
  expect(told('The item SECRET is gone')).toEqual({ code: 'not-found' });
});

function watchedAuth(auth: Partial<Auth>) {
  const events: TelemetryEvent[] = [];
  const connection = createStore<Connection>({ state: 'starting' });
  const idle = { owner: 'control', connection, accounts: createStore([]) } as const;
  const nothing = { connect: async () => {}, cancelConnect: () => {}, disconnect: async () => {} };
  const whole = { ...idle, ...nothing, getAccessToken: async () => 'SECRET', ...auth };
  let time = 0;
  const environment = { now: () => (time += 5) };
  const { report } = createTeller(new Set([(event: TelemetryEvent) => void events.push(event)]), environment);
  const watched = watchAuth(whole, report, environment);
  followConnection(whole, report);
  return { watched, connection, events };
}

describe('signing in', () => {
  it('is told with its outcome, and the cause by its number', async () => {
    const outcomes = [
      new OneDriveError('redirect-mismatch', { serviceCode: 'AADSTS50011' }),
      new OneDriveError('cancelled'),
      undefined,
    ];
    const { watched, events } = watchedAuth({
      connect: async () => {
        const outcome = outcomes.shift();
        if (outcome) throw outcome;
      },
    });
    await expect(watched.connect()).rejects.toThrow();
    await expect(watched.connect()).rejects.toThrow();
    await watched.connect();
    expect(events.filter(({ name }) => name !== 'sign-in-started')).toEqual([
      { name: 'sign-in-failed', duration: 5, code: 'redirect-mismatch', serviceCode: 'AADSTS50011' },
      { name: 'sign-in-cancelled', duration: 5 },
      { name: 'sign-in-succeeded', duration: 5 },
    ]);
  });

  it('a renewal that many requests wait for fails once, and is told again after it has worked', async () => {
    let works = false;
    const { watched, events } = watchedAuth({
      getAccessToken: async () => {
        if (!works) throw new OneDriveError('sign-in-needed', { serviceCode: 'AADSTS700084' });
        return 'SECRET';
      },
    });
    const ask = () => watched.getAccessToken({ access: 'read', forceRefresh: false }).catch(() => undefined);
    await Promise.all([ask(), ask(), ask()]);
    works = true;
    await ask();
    works = false;
    await ask();
    const failed = { name: 'token-renewal-failed', code: 'sign-in-needed', serviceCode: 'AADSTS700084' };
    expect(events).toEqual([failed, failed]);
  });

  it('who comes, stays and goes is told, without saying who', () => {
    const { connection, events } = watchedAuth({});
    connection.set({ state: 'connected', account, expiresOn: 1 });
    connection.set({ state: 'connecting', account });
    connection.set({ state: 'connected', account, expiresOn: 2 });
    connection.set({ state: 'expired', account });
    connection.set({ state: 'connected', account: { ...account, id: 'OTHER' } });
    connection.set({ state: 'signed-out' });
    expect(events.map(({ name }) => name)).toEqual([
      'connected',
      'token-renewed',
      'disconnected',
      'connected',
      'disconnected',
    ]);
    expect(JSON.stringify(events)).not.toContain('SECRET');
  });
});

describe('the counters', () => {
  it('count attempts, failures by cause, renewals, requests and bytes', async () => {
    const { report, counters } = createTeller(new Set(), clock);
    const run = {
      method: 'GET',
      url: `${ROOT}/me`,
      root: ROOT,
      start: 0,
      end: 1,
      attempts: 1,
      throttled: false,
    };
    report({ name: 'sign-in-started' });
    report({ name: 'sign-in-failed', duration: 1, code: 'popup-blocked' });
    report({ name: 'sign-in-failed', duration: 1, code: 'redirect-mismatch', serviceCode: 'AADSTS50011' });
    report({ name: 'sign-in-failed', duration: 1, code: 'redirect-mismatch', serviceCode: 'AADSTS50011' });
    report({ name: 'token-renewed' });
    report({ name: 'token-renewal-failed', code: 'offline' });
    report({ name: 'requesting', request: run, done: Promise.resolve({ status: 200 }) });
    report({ name: 'requesting', request: run, done: Promise.reject(new OneDriveError('offline')) });
    report({ name: 'throttled', wait: 1000 });
    report({ name: 'transfer-finished', kind: 'upload', bytes: 7, duration: 1 });
    report({ name: 'transfer-finished', kind: 'download', bytes: 5, duration: 1 });
    await expect.poll(() => counters().requests).toBe(2);
    expect(counters()).toEqual({
      signInAttempts: 1,
      signIns: 0,
      signInFailures: { 'popup-blocked': 1, AADSTS50011: 2 },
      connections: 0,
      renewals: 1,
      failedRenewals: 1,
      requests: 2,
      failedRequests: 1,
      throttled: 1,
      retried: 0,
      bytesUp: 7,
      bytesDown: 5,
    });
  });

  it('a listener that throws disturbs nobody', () => {
    const errors = vi.fn();
    vi.stubGlobal('reportError', errors);
    const heard = vi.fn();
    const throwing = () => {
      throw new Error('the page’s own');
    };
    const { report } = createTeller(new Set<Telemetry>([throwing, heard]), clock);
    report({ name: 'connected' });
    expect([heard.mock.calls, errors.mock.calls.length]).toEqual([[[{ name: 'connected' }]], 1]);
    vi.unstubAllGlobals();
  });
});
