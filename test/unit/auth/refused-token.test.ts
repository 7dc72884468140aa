import { expect, it } from 'vitest';
import { createAuth } from '../../../src/auth';
import { OneDriveError } from '../../../src/lib';
import { buildAccount, buildIssued, createFakeIdentity } from '../../support/fake-identity';
import { createManualEnvironment, settled } from '../../support/manual-environment';

it('a token for writing that was refused and can’t be renewed ends the sign-in, and isn’t given again', async () => {
  const identity = createFakeIdentity(buildAccount());
  const auth = createAuth({
    loadIdentity: async () => identity,
    authority: 'https://login.microsoftonline.com/contoso.example',
    environment: createManualEnvironment(),
  });
  await settled();
  const refused = auth.getAccessToken({ access: 'write', forceRefresh: true });
  await settled();
  identity.renewals[0]?.reject(new OneDriveError('sign-in-needed'));
  await expect(refused).rejects.toMatchObject({ code: 'sign-in-needed' });
  expect(auth.connection.get()).toMatchObject({ state: 'expired', account: { id: 'megan' } });

  const again = auth.getAccessToken({ access: 'write' });
  await settled();
  expect(identity.renewals[1]?.request.forceRefresh).toBe(true);
  identity.renewals[1]?.resolve(buildIssued());
  await again;
  void auth.getAccessToken({ access: 'write' });
  await settled();
  expect(identity.renewals[2]?.request.forceRefresh).toBe(false);
});
