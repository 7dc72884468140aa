import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmulator, type RunningEmulator } from '../../src/emulator/node/start-emulator';
import { createStubGraph } from '../support/stub-graph';

const KEY = `E${'k3_-'.repeat(10)}xyz`;
let emulator: RunningEmulator;

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, bytesPort: 0, createGraph: createStubGraph().create });
});
afterAll(() => emulator.close());

const told = async (name: 'log' | 'ledger'): Promise<string> =>
  (await fetch(`${emulator.loginOrigin}/_emulator/${name}`)).text();

test('neither the log nor the ledger tells what opens a share', async () => {
  const effect = { kind: 'status', status: 429, headers: { 'retry-after': '30' } };
  const rules = [{ match: { path: '/first' }, phase: 'before', effect }];
  await fetch(`${emulator.loginOrigin}/_emulator/faults`, { method: 'POST', body: JSON.stringify(rules) });
  const encoded = `u!${btoa(`${emulator.bytesOrigin}/:t:/g/personal/ada/${KEY}`)}`;
  const paths = {
    '/v1.0/first': '/v1.0/first',
    [`/v1.0/shares/s!${KEY}/driveItem`]: '/v1.0/shares/…/driveItem',
    [`/v1.0//%73hares/${encoded}`]: '/v1.0//%73hares/…',
    [`/v1.0/Shares('${encoded}')/root/children`]: '/v1.0/shares(…)/root/children',
    '/v1.0/me/drive/root:/shares/a.txt': '/v1.0/me/drive/root:/shares/a.txt',
    '/v1.0/me/drive/root:/%.txt': '/v1.0/me/drive/root:/%.txt',
    [`/shares/s!${KEY}`]: '/shares/…',
  };
  for (const path of Object.keys(paths)) await fetch(emulator.loginOrigin + path);
  for (const path of [`/:t:/g/personal/ada/${KEY}`, `/f/c/0a1b/${KEY}/%45${KEY.slice(1)}`]) {
    await fetch(`${emulator.bytesOrigin}${path}?download=1`);
  }
  const log = JSON.parse(await told('log')) as { path: string }[];
  expect(log.map(({ path }) => path)).toEqual([
    ...Object.values(paths),
    '/:t:/g/personal/ada/…',
    '/f/c/0a1b/…/…',
  ]);
  const ledger = await told('ledger');
  expect((JSON.parse(ledger) as { earlyRequests: unknown[] }).earlyRequests).not.toEqual([]);
  for (const secret of [KEY, encoded, KEY.slice(1)]) {
    expect(JSON.stringify(log)).not.toContain(secret);
    expect(ledger).not.toContain(secret);
  }
});
