import { describe, expect, test } from 'vitest';
import {
  answerOf,
  authorizeUrl,
  claimsOf,
  errorNumber,
  firstTokens,
  pkce,
  postToken,
  signIn,
  textOf,
  WORK,
} from '../support/identity-client';
import type { Overrides, TokenResult } from '../support/identity-client';
import { useIdentityEmulator } from '../support/identity-emulator';
import { alertOf, createTestBrowser, headingOf } from '../support/test-browser';
import type { TestBrowser, TestPage } from '../support/test-browser';

const world = useIdentityEmulator();

const ask = (browser: TestBrowser, overrides: Overrides = {}): Promise<TestPage> =>
  browser.open(authorizeUrl(world.login, pkce().challenge, overrides));

const refresh = (tokens: TokenResult, more: Overrides = {}): Promise<TokenResult> =>
  postToken(world.login, {
    grant_type: 'refresh_token',
    refresh_token: textOf(tokens, 'refresh_token'),
    ...more,
  });

const me = (tokens: TokenResult): Promise<Response> =>
  fetch(`${world.login}/v1.0/me`, {
    headers: { authorization: `Bearer ${textOf(tokens, 'access_token')}` },
  });

const CAPABLE = JSON.stringify({ access_token: { xms_cc: { values: ['CP1'] } } });

describe('an account that may not sign in', () => {
  test('hears 50057 after the right password, 50126 after a wrong one', async () => {
    const browser = createTestBrowser(world.login);
    const password = await browser.press(await ask(browser), 'disabled@contoso.example');
    const wrong = await browser.press(password, 'Sign in', { password: 'wrong' });
    expect(errorNumber(alertOf(wrong))).toBe('50126');
    const right = await browser.press(wrong, 'Sign in');
    expect(alertOf(right)).toBe('AADSTS50057: The user account is disabled.');
    expect(browser.cookies.size).toBe(0);
  });

  test('disabled while signed in: 50057 silently, at the token endpoint and on the page', async () => {
    const browser = createTestBrowser(world.login);
    const tokens = await firstTokens(world.login, { browser });
    await world.changeAccount({ user: WORK, enabled: false });
    expect(errorNumber(answerOf(await ask(browser, { prompt: 'none' })))).toBe('50057');
    expect((await refresh(tokens)).body).toMatchObject({ error: 'invalid_grant', error_codes: [50_057] });
    expect(headingOf(await ask(browser))).toBe('Enter password');
    await world.changeAccount({ user: WORK, enabled: true });
    expect((await refresh(tokens)).status).toBe(200);
  });

  test('ten wrong passwords lock it for a minute: 50053', async () => {
    const browser = createTestBrowser(world.login);
    let page = await browser.press(await ask(browser), WORK);
    for (let count = 0; count < 10; count += 1) {
      page = await browser.press(page, 'Sign in', { password: 'wrong' });
      expect(errorNumber(alertOf(page))).toBe('50126');
    }
    page = await browser.press(page, 'Sign in');
    expect(errorNumber(alertOf(page))).toBe('50053');
    await world.advance(60_000);
    expect(headingOf(await browser.press(page, 'Sign in'))).toBe('Permissions requested');
  });

  test('an unknown account can not be changed', async () => {
    const answer = await world.changeAccount({ user: 'nobody@contoso.example', enabled: false });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      error: 'No demo account has the address “nobody@contoso.example”.',
    });
  });
});

describe('revoking the sign-ins of an account', () => {
  test('ends its refresh tokens with 50173 and its sessions with 50058', async () => {
    const browser = createTestBrowser(world.login);
    const tokens = await firstTokens(world.login, { browser });
    await world.changeAccount({ user: WORK, revokeSignIns: true });
    const dead = await refresh(tokens);
    expect(dead.body).toMatchObject({ error: 'invalid_grant', error_codes: [50_173] });
    expect(dead.body['error_description']).toMatch(
      /The grant was issued on '\d{4}-\d\d-\d\dT[\d:.]+Z' and the TokensValidFrom date .* is '\d{4}/,
    );
    expect(errorNumber(answerOf(await ask(browser, { prompt: 'none' })))).toBe('50058');
    expect((await firstTokens(world.login, { browser })).status).toBe(200);
  });

  test('an access token lives on, unless its client takes part in continuous access evaluation', async () => {
    const plain = await firstTokens(world.login);
    const capable = await firstTokens(world.login, { overrides: { claims: CAPABLE } });
    expect((await me(capable)).status).toBe(200);
    await world.changeAccount({ user: WORK, revokeSignIns: true });
    expect((await me(plain)).status).toBe(200);
    const refused = await me(capable);
    expect(refused.status).toBe(401);
    const challenge = refused.headers.get('www-authenticate') ?? '';
    expect(challenge).toContain(
      `Bearer realm="", authorization_uri="${world.login}/common/oauth2/authorize", client_id="`,
    );
    expect(challenge).toContain('error="insufficient_claims"');
    const claims = JSON.parse(atob(/claims="([^"]+)"/.exec(challenge)?.[1] ?? ''));
    expect(claims.access_token.nbf).toEqual({ essential: true, value: expect.stringMatching(/^\d{10}$/) });
    // The challenge goes with the next request; only a new sign-in helps.
    expect((await refresh(capable, { claims: JSON.stringify(claims) })).body['error_codes']).toEqual([
      50_173,
    ]);
    const again = await firstTokens(world.login, { overrides: { claims: CAPABLE } });
    expect((await me(again)).status).toBe(200);
  });

  test('a disabled account is cut off the same way', async () => {
    const capable = await firstTokens(world.login, { overrides: { claims: CAPABLE } });
    await world.changeAccount({ user: WORK, enabled: false });
    expect((await me(capable)).headers.get('www-authenticate')).toContain('insufficient_claims');
  });
});

describe('a second factor', () => {
  test('demanded from now on: 50076 with claims, which lead through the approval', async () => {
    const browser = createTestBrowser(world.login);
    const tokens = await firstTokens(world.login, { browser });
    expect(claimsOf(tokens, 'access_token')['amr']).toEqual(['pwd']);
    await world.changeAccount({ user: WORK, conditionalAccess: 'require-mfa' });
    const refused = await refresh(tokens);
    expect(refused.body).toMatchObject({
      error: 'invalid_grant',
      suberror: 'basic_action',
      error_codes: [50_076],
    });
    const claims = textOf(refused, 'claims');
    expect(JSON.parse(claims).access_token.capolids).toMatchObject({ essential: true });
    const silent = answerOf(await ask(browser, { prompt: 'none' }));
    expect([silent.get('error'), silent.get('suberror'), silent.get('claims')]).toEqual([
      'interaction_required',
      'basic_action',
      claims,
    ]);
    expect(headingOf(await ask(browser, { claims }))).toBe('Approve sign-in request');
    const stepped = await firstTokens(world.login, { browser, overrides: { claims } });
    expect(claimsOf(stepped, 'access_token')['amr']).toEqual(['pwd', 'mfa']);
    expect((await refresh(stepped)).status).toBe(200);
  });

  test.each([
    ['an authentication context', { access_token: { acrs: { essential: true, value: 'c1' } } }],
    ['the method itself', { id_token: { amr: { essential: true, values: ['mfa'] } } }],
  ])('asked for by claims that name %s', async (_name, wanted) => {
    const browser = createTestBrowser(world.login);
    const tokens = await firstTokens(world.login, { browser });
    const claims = JSON.stringify(wanted);
    expect((await refresh(tokens, { claims })).body['error_codes']).toEqual([50_076]);
    expect(headingOf(await ask(browser, { claims }))).toBe('Approve sign-in request');
  });

  test('an authentication context reached stands in the token', async () => {
    const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } });
    const tokens = await firstTokens(world.login, { overrides: { claims } });
    expect(claimsOf(tokens, 'access_token')['acrs']).toEqual(['c1']);
    expect(claimsOf(await firstTokens(world.login), 'access_token')['acrs']).toBeUndefined();
  });

  test('without the approval no code is given: jumping to the consent form does not help', async () => {
    const browser = createTestBrowser(world.login);
    const password = await browser.press(await ask(browser), 'mfa@contoso.example');
    const factor = await browser.press(password, 'Sign in');
    const jumped = await browser.press(factor, 'Approve', { step: 'accept' });
    expect(headingOf(jumped)).toBe('Approve sign-in request');
  });
});

test('conditional access can block an account: 53003 on a page, back, silently and for tokens', async () => {
  const browser = createTestBrowser(world.login);
  const tokens = await firstTokens(world.login, { browser });
  await world.changeAccount({ user: WORK, conditionalAccess: 'block' });
  const barred = await signIn(browser, await ask(browser));
  expect(headingOf(barred)).toBe('You don’t have access to this');
  const back = answerOf(await browser.press(barred, 'Return to the application'));
  expect([back.get('error'), errorNumber(back)]).toEqual(['access_denied', '53003']);
  expect(errorNumber(answerOf(await ask(browser, { prompt: 'none' })))).toBe('53003');
  expect((await refresh(tokens)).body).toMatchObject({
    error: 'invalid_grant',
    suberror: 'message_only',
    error_codes: [53_003],
  });
});
