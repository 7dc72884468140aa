import * as v from 'valibot';
import { expect, it } from 'vitest';
import { appRegistrationSchema } from '../../src/emulator/core/admin-input';

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

it.each(['https://portal.example/oauth2callback.html', 'http://localhost:5173/oauth2callback.html'])(
  'registers the redirect URI %s',
  (uri) => {
    expect(v.safeParse(appRegistrationSchema, { clientId, spa: [uri] }).success).toBe(true);
  },
);
