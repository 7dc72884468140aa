import { expect, it } from 'vitest';
import { loadSelfTestTexts } from '../../../src/locales';
import { describeResult } from '../../../src/self-test';
import { needsApproval } from '../../../src/self-test/needs-approval';
import { createCheckScene } from '../../support/check-scene';

const FACTS = { code: 'AADSTS90094', request: 'correlation-1' };
const { context } = createCheckScene({ tenant: 'organizations' });

it('an approval comes with the address for the administrator, in the report too', async () => {
  const parts = context.parts();
  const registration = {
    clientId: '22222222-2222-4222-8222-222222222222',
    redirectUri: 'https://portal.example/oauth2callback.html',
    authority: parts.cloud.authority,
  };
  const outcome = needsApproval(
    { ...parts, auth: { ...parts.auth, registration } },
    FACTS,
    'writing-refused',
  );
  const { fix, address, who } = describeResult({ id: 'sign-in', ...outcome }, await loadSelfTestTexts());
  expect(address).toMatch(
    /^https:\/\/login\.microsoftonline\.com\/organizations\/v2\.0\/adminconsent\?client_id=2/,
  );
  expect(new URL(address ?? '').searchParams.get('scope')).toContain(
    'https://graph.microsoft.com/Files.ReadWrite',
  );
  expect(fix).toContain(address);
  expect(who).toBe('An administrator of your organisation');
});

it('of a page that gives its own tokens nobody knows the registration', () => {
  const parts = context.parts();
  const { registration: _none, ...auth } = parts.auth;
  const outcome = needsApproval({ ...parts, auth }, FACTS, 'writing-refused');
  expect(outcome).toMatchObject({ status: 'failed', cause: 'writing-refused', facts: FACTS });
});
