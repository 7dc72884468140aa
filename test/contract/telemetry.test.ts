import { afterAll, beforeAll, expect, it } from 'vitest';
import { createOneDriveControl } from '../../src/control';
import { startEmulator, type RunningEmulator } from '../../src/emulator/node/start-emulator';
import type { TelemetryEvent } from '../../src/lib';
import { createNodeEnvironment } from '../support/node-environment';

const MARK = 'MARKED';
let emulator: RunningEmulator;

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, bytesPort: 0 });
});
afterAll(() => emulator.close());

async function admin(name: string, body: unknown): Promise<void> {
  const options = { method: 'POST', body: JSON.stringify(body) };
  expect((await fetch(`${emulator.loginOrigin}/_emulator/${name}`, options)).ok).toBe(true);
}

/** The page's own tokens, each remembered, so that they can be looked for. */
function createPage() {
  const tokens: string[] = [];
  let fails = false;
  const getAccessToken = async ({ scopes }: { readonly scopes: readonly string[] }) => {
    if (fails) throw new Error(`${MARK} of the page`);
    const query = new URLSearchParams({ user: 'work@contoso.example', scope: scopes.join(' ') });
    const answer = await fetch(`${emulator.loginOrigin}/_emulator/token?${query}`);
    const { access_token: token } = (await answer.json()) as { access_token: string };
    tokens.push(token);
    return token;
  };
  return { tokens, getAccessToken, fail: () => (fails = true) };
}

it('telemetry tells what was done and how often, and nothing of whom, of what, or by which key', async () => {
  const page = createPage();
  const events: TelemetryEvent[] = [];
  const control = createOneDriveControl({
    getAccessToken: page.getAccessToken,
    graphRoot: `${emulator.loginOrigin}/v1.0`,
    environment: createNodeEnvironment(),
    onTelemetry: (event) => events.push(event),
  });
  const listed = () =>
    expect.poll(() => control.folder.state.get().listing.status, { timeout: 5000 }).toBe('complete');
  await listed();
  const root = control.folder.state.get().path.at(-1);
  if (!root) throw new Error('no root');
  const made = await control.commands.createFolder(root, `${MARK} folder`);
  const target = { driveId: made.driveId, id: made.id, name: made.name };
  const file = new File([`${MARK} bytes`], `${MARK}.bin`);
  await control.transfers.upload([{ kind: 'file', file, path: [] }], target);
  const effect = { kind: 'status', status: 429, headers: { 'Retry-After': '0' } };
  await admin('faults', [{ match: { path: '/children' }, phase: 'before', effect }]);
  control.folder.refresh();
  await expect.poll(async () => (await control.telemetry.counters()).retried, { timeout: 5000 }).toBe(1);
  await listed();
  await expect(control.locate([`${MARK} missing`])).rejects.toThrow();
  page.fail();
  await expect(control.connect()).rejects.toThrow();
  const counters = await control.telemetry.counters();
  control.dispose();

  const told = JSON.stringify(events) + JSON.stringify(counters);
  const secrets = [
    MARK,
    'contoso',
    'Alex',
    'Wilber',
    'http',
    'localhost',
    made.id,
    made.driveId,
    ...page.tokens,
  ];
  expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
  expect([...new Set(events.map(({ name }) => name))].toSorted()).toEqual([
    'connected',
    'request-finished',
    'request-retried',
    'sign-in-failed',
    'sign-in-started',
    'throttled',
    'transfer-finished',
    'transfer-started',
  ]);
  expect(counters).toMatchObject({
    signInAttempts: 1,
    signIns: 0,
    connections: 1,
    throttled: 1,
    retried: 1,
    bytesUp: file.size,
    bytesDown: 0,
  });
  expect(events).toContainEqual({
    name: 'request-finished',
    method: 'GET',
    route: '/drives/{id}/items/{id}:/{path}:',
    status: 404,
    duration: expect.any(Number),
    attempts: 1,
    throttled: false,
    code: 'not-found',
    serviceCode: 'itemNotFound',
  });
});
