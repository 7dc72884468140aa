import { expect, test } from 'vitest';
import {
  answerOf,
  authorizeUrl,
  errorNumber,
  firstTokens,
  PERSONAL,
  pkce,
  postToken,
  textOf,
  WORK,
} from '../support/identity-client';
import { useIdentityEmulator } from '../support/identity-emulator';
import { alertOf, createTestBrowser } from '../support/test-browser';

const world = useIdentityEmulator();

const silent = async (browser = createTestBrowser(world.login)) =>
  answerOf(await browser.open(authorizeUrl(world.login, pkce().challenge, { prompt: 'none' })));

test('a scripted refusal comes as often as it is told, and not after a reset', async () => {
  await world.admin('refusals', { code: 16002, at: 'silent', times: 2 });
  const numbers = [];
  // oxlint-disable-next-line no-await-in-loop
  for (let count = 0; count < 3; count += 1) numbers.push(errorNumber(await silent()));
  expect(numbers).toEqual(['16002', '16002', '50058']);
  await world.admin('refusals', { code: 16002, at: 'silent' });
  await world.admin('reset', {});
  expect(errorNumber(await silent())).toBe('50058');
});

test('it is for the account that it names', async () => {
  await world.admin('refusals', { code: 70043, at: 'token', user: WORK.toUpperCase() });
  expect((await firstTokens(world.login, { address: PERSONAL })).status).toBe(200);
  expect((await firstTokens(world.login, { address: WORK })).body['error_codes']).toEqual([70_043]);
});

test('it brings the claims challenge, the suberror and the correlation id that belong to it', async () => {
  const tokens = await firstTokens(world.login);
  const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
  await world.admin('refusals', { code: 50079, at: 'token', claims });
  const renewal = { grant_type: 'refresh_token', refresh_token: textOf(tokens, 'refresh_token') };
  const { status, body } = await postToken(world.login, {
    ...renewal,
    'client-request-id': 'my-correlation',
  });
  expect([status, body]).toMatchObject([
    400,
    { error: 'interaction_required', suberror: 'basic_action', claims, correlation_id: 'my-correlation' },
  ]);
});

test('on a page it stays there, and an outage has its status', async () => {
  await world.admin('refusals', { code: 530034, at: 'page' });
  const page = await createTestBrowser(world.login).open(authorizeUrl(world.login, pkce().challenge));
  expect([page.leftFor, alertOf(page)]).toEqual([undefined, expect.stringMatching(/^AADSTS530034: /)]);
  await world.admin('refusals', { code: 90033, at: 'token' });
  expect((await firstTokens(world.login)).status).toBe(503);
});

test.each([
  { code: 1, at: 'page' },
  { code: '50011', at: 'page' },
  { code: 50011, at: 'nowhere' },
  { code: 50011, at: 'page', times: 0 },
  { code: 50011, at: 'page', claims: '{' },
])('%j is no refusal', async (body) => {
  const answer = await world.admin('refusals', body);
  expect([answer.status, await answer.json()]).toEqual([400, { error: expect.any(String) }]);
});
