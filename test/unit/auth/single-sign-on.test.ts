import { describe, expect, it } from 'vitest';
import { createAuth } from '../../../src/auth';
import { OneDriveError } from '../../../src/lib';
import { buildAccount, buildIssued, createFakeIdentity } from '../../support/fake-identity';
import { createManualEnvironment, settled, silence } from '../../support/manual-environment';

async function setUp(identity = createFakeIdentity()) {
  identity.hint();
  const environment = createManualEnvironment();
  environment.answerWith(silence);
  const authority = 'https://login.microsoftonline.com/contoso.example';
  const auth = createAuth({ loadIdentity: async () => identity, authority, environment });
  await settled();
  return { auth, identity, environment };
}

describe('single sign-on at the start of a page', () => {
  it('connects whom the page hints at, and remembers them', async () => {
    const { auth, identity } = await setUp();
    expect(auth.connection.get()).toEqual({ state: 'starting' });
    expect(identity.silent[0]?.request).toEqual({ scopes: ['User.Read', 'Files.Read'] });
    identity.become(buildAccount('megan'));
    identity.silent[0]?.resolve(buildIssued('megan'));
    await settled();
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'megan' } });
    expect(identity.calls).toEqual(['activate:megan']);
  });

  it('is not tried where somebody is signed in here', async () => {
    const { auth, identity } = await setUp(createFakeIdentity(buildAccount('alex')));
    expect(identity.silent).toEqual([]);
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'alex' } });
  });

  it.each(['sign-in-needed', 'offline', 'sign-in-failed'] as const)(
    'that fails as %s ends in the card, without a word',
    async (code) => {
      const { auth, identity } = await setUp();
      identity.silent[0]?.reject(new OneDriveError(code));
      await settled();
      expect(auth.connection.get()).toEqual({ state: 'signed-out' });
    },
  );

  it('that takes long does not keep the page from being used, and counts when it comes', async () => {
    const { auth, identity, environment } = await setUp();
    await environment.advance(3_000);
    expect(auth.connection.get()).toEqual({ state: 'signed-out' });
    identity.become(buildAccount('megan'));
    identity.silent[0]?.resolve(buildIssued('megan'));
    await settled();
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'megan' } });
  });

  it('does not take the place of whoever signed in by hand meanwhile', async () => {
    const { auth, identity, environment } = await setUp();
    await environment.advance(3_000);
    const connecting = auth.connect();
    await settled();
    identity.signIns[0]?.resolve(buildIssued('alex'));
    await connecting;
    identity.silent[0]?.resolve(buildIssued('megan'));
    await settled();
    expect(auth.connection.get()).toMatchObject({ state: 'connected', account: { id: 'alex' } });
    expect(identity.calls).toEqual(['activate:alex']);
  });
});
