import * as v from 'valibot';
import { expect, it } from 'vitest';
import { appRegistrationSchema, clockSchema } from '../../src/emulator/core/admin-input';
import { faultRulesSchema } from '../../src/emulator/core/fault-schema';

const clientId = '33333333-3333-4333-8333-333333333333';

it.each([
  'foo',
  'javascript:alert(1)',
  'http://evil.example/cb',
  'https://a.example/cb#x',
  'https://*.example/cb',
])('refuses to register the redirect URI %s, with a sentence instead of a stack trace', (uri) => {
  const { success, issues } = v.safeParse(appRegistrationSchema, { clientId, spa: [uri] });
  expect(success).toBe(false);
  expect(issues?.length).toBeGreaterThan(0);
});

it.each(['javascript:alert(1)', 'data:text/html,x', 'http://evil.example/cb', 'app.example://cb#x'])(
  'refuses the native redirect URI %s',
  (uri) => {
    expect(v.safeParse(appRegistrationSchema, { clientId, native: [uri] }).success).toBe(false);
  },
);

it.each([
  'http://localhost',
  'app.example://cb',
  'https://login.microsoftonline.com/common/oauth2/nativeclient',
])('registers the native redirect URI %s', (uri) => {
  expect(v.safeParse(appRegistrationSchema, { clientId, native: [uri] }).success).toBe(true);
});

it.each([
  { signInAudience: 'everybody' },
  { enabled: 'no' },
  { permissions: 'User.Read' },
  { frontChannelLogoutUri: 'http://evil.example/out' },
  { redirectUris: [] },
])('refuses to register %o', (part) => {
  expect(v.safeParse(appRegistrationSchema, { clientId, ...part }).success).toBe(false);
});

it.each(['https://portal.example/oauth2callback.html', 'http://localhost:5173/oauth2callback.html'])(
  'registers the redirect URI %s',
  (uri) => {
    expect(v.safeParse(appRegistrationSchema, { clientId, spa: [uri] }).success).toBe(true);
  },
);

it.each([-1, 1e300, 3.2e12, 'a day', null])('refuses to advance the clock by %j', (advance) => {
  expect(v.safeParse(clockSchema, { advance }).success).toBe(false);
});

it('advances the clock by up to a hundred years', () => {
  expect(v.safeParse(clockSchema, { advance: 3.1e12 }).success).toBe(true);
});

it.each([{ 'bad header': '1' }, { 'x-lines': 'one\r\ntwo' }, { '': 'nameless' }])(
  'refuses a fault with the headers %j, that could never be sent',
  (headers) => {
    const effect = { kind: 'status', status: 503, headers };
    expect(v.safeParse(faultRulesSchema, [{ phase: 'before', effect }]).success).toBe(false);
  },
);
