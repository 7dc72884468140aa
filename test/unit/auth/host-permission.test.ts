import { expect, it } from 'vitest';
import { createPermissionGate } from '../../../src/auth';
import { READ, connectedHost, watch } from '../../support/host-scene';
import { settled } from '../../support/manual-environment';

async function setUp() {
  const parts = await connectedHost();
  const gate = createPermissionGate(parts.auth);
  const outcome = watch(gate.require('write', 'upload'));
  await settled();
  return { ...parts, gate, outcome };
}

it('a page that has the right to write gives it without a dialog', async () => {
  const { host, gate, outcome } = await setUp();
  expect(host.last().request).toEqual({
    scopes: [...READ, 'Files.ReadWrite'],
    claims: undefined,
    forceRefresh: false,
  });
  host.last().give('writes');
  await settled();
  expect(outcome).toEqual({ value: undefined });
  expect(gate.request.get()).toBeUndefined();
});

it('a page that cannot give the right is asked again by the dialog’s button, straight from the click', async () => {
  const { host, gate, outcome } = await setUp();
  host.last().refuse(new Error('consent needed'));
  await settled();
  expect(gate.request.get()).toMatchObject({ status: 'asking', access: 'write', reason: 'upload' });
  const before = host.asked.length;
  void gate.grant();
  // The page may want to open a window, which an await would have blocked.
  expect(host.asked).toHaveLength(before + 1);
  expect(host.last().request).toMatchObject({ scopes: [...READ, 'Files.ReadWrite'], forceRefresh: true });
  host.last().refuse(new Error('not yet'));
  await settled();
  expect(gate.request.get()).toMatchObject({ status: 'failed', error: { code: 'consent-declined' } });
  void gate.grant();
  host.last().give('writes');
  await settled();
  expect(outcome).toHaveProperty('value');
  expect(gate.request.get()).toBeUndefined();
});
