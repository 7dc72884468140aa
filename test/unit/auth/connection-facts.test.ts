import { expect, it } from 'vitest';
import { createAuth } from '../../../src/auth';
import { buildAccount, buildIssued, createFakeIdentity } from '../../support/fake-identity';
import { createManualEnvironment, settled, silence } from '../../support/manual-environment';

it('a connection tells since when, and which permissions were asked for and given; the cure for missing ones asks for all again', async () => {
  const environment = createManualEnvironment();
  environment.answerWith(silence);
  const identity = createFakeIdentity(buildAccount());
  const authority = 'https://login.microsoftonline.com/contoso.example';
  const auth = createAuth({ loadIdentity: async () => identity, authority, environment });
  await settled();
  const scopes = { asked: ['User.Read', 'Files.Read', 'Files.ReadWrite'], granted: ['Files.Read'] };
  void auth.getAccessToken({ access: 'read' });
  await settled();
  identity.renewals[0]?.resolve({ ...buildIssued(), since: 500, scopes });
  await settled();
  expect(auth.connection.get()).toMatchObject({ state: 'connected', since: 500, scopes });
  void auth.connect({ askConsent: true });
  await settled();
  expect(identity.signIns[0]?.request).toMatchObject({ askConsent: true, scopes: scopes.asked });
});
