import { expect, it } from 'vitest';
import { createAuth, createPermissionGate } from '../../../src/auth';
import { OneDriveError } from '../../../src/lib';
import { buildAccount, buildIssued, createFakeIdentity } from '../../support/fake-identity';
import { createManualEnvironment, settled, silence } from '../../support/manual-environment';

const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';

async function setUp() {
  const identity = createFakeIdentity(buildAccount());
  const environment = createManualEnvironment();
  environment.answerWith(silence);
  const authority = 'https://login.microsoftonline.com/contoso.example';
  const auth = createAuth({ loadIdentity: async () => identity, authority, environment });
  await settled();
  /** Whatever is asked without a window, Microsoft wants the person. */
  const refuseAll = async () => {
    await settled();
    for (const renewal of identity.renewals) renewal.reject(new OneDriveError('sign-in-needed', { claims }));
    await settled();
  };
  return { auth, identity, refuseAll };
}

it('two challenges that are refused at the same time are answered by one window, with what was demanded', async () => {
  const { auth, identity, refuseAll } = await setUp();
  const calls = [0, 1].map(() => auth.getAccessToken({ access: 'read', claims }));
  const outcomes = Promise.allSettled(calls);
  await refuseAll();
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(auth.connection.get()).toMatchObject({ state: 'expired', account: { id: 'megan' } });
  expect(identity.signIns).toHaveLength(0);
  const connected = auth.connect();
  await settled();
  expect(identity.signIns.map(({ request }) => request.claims)).toEqual([claims]);
  identity.signIns[0]?.resolve(buildIssued());
  await connected;
  expect(auth.connection.get()).toMatchObject({ state: 'connected' });
  void auth.connect().catch(() => undefined);
  await settled();
  // Answered: the next window is not asked for it once more.
  expect(identity.signIns[1]?.request.claims).toBeUndefined();
});

it('two changes that are refused at the same time wait for one dialog and one window', async () => {
  const { auth, identity, refuseAll } = await setUp();
  const gate = createPermissionGate(auth);
  const waiting = [gate.require('write', 'rename'), gate.require('write', 'delete')];
  await refuseAll();
  expect(gate.request.get()).toMatchObject({ status: 'asking', reason: 'rename' });
  const granted = gate.grant();
  await settled();
  expect(identity.signIns.map(({ request }) => request.claims)).toEqual([claims]);
  identity.signIns[0]?.resolve(buildIssued());
  await Promise.all([granted, ...waiting]);
  expect(gate.request.get()).toBeUndefined();
  expect(identity.signIns).toHaveLength(1);
});
