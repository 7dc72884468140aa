import { createLocalJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RunningEmulator } from '../../src/emulator/node/start-emulator';
import {
  answerOf,
  authorizeUrl,
  claimsOf,
  CLIENT_ID,
  firstTokens,
  PAGE_ORIGIN,
  pkce,
  REDIRECT_URI,
  signIn,
  TENANT_ID,
  textOf,
  WORK,
} from '../support/identity-client';
import { startIdentityEmulator } from '../support/identity-emulator';
import { alertOf, buttonNames, createTestBrowser, headingOf } from '../support/test-browser';

let emulator: RunningEmulator;
let login: string;

beforeAll(async () => {
  emulator = await startIdentityEmulator();
  login = emulator.loginOrigin;
});
afterAll(() => emulator.close());
beforeEach(async () => {
  await fetch(`${login}/_emulator/reset`, { method: 'POST' });
});

describe('signing in', () => {
  test('offers the demo accounts as buttons named by their address', async () => {
    const page = await createTestBrowser(login).open(authorizeUrl(login, pkce().challenge));
    expect(buttonNames(page)).toEqual([
      'work@contoso.example',
      'personal@outlook.example',
      'nodrive@contoso.example',
      'adminconsent@contoso.example',
      'mfa@contoso.example',
      'admin@contoso.example',
      'disabled@contoso.example',
      'Use another account',
      'Cancel',
    ]);
  });

  test('goes account, password, consent, and back with a code and the state', async () => {
    const browser = createTestBrowser(login);
    const account = await browser.open(authorizeUrl(login, pkce().challenge));
    const password = await browser.press(account, WORK);
    expect(password.text).toMatch(/type="password"[^>]*value="demo-password"/s);
    const consent = await browser.press(password, 'Sign in');
    expect(headingOf(consent)).toBe('Permissions requested');
    expect(consent.text).toContain('Read your files');
    const done = await browser.press(consent, 'Accept');
    expect(done.leftFor?.href.startsWith(`${REDIRECT_URI}#`)).toBe(true);
    expect(answerOf(done).get('state')).toBe('state-1');
    expect(answerOf(done).get('code')).toBeTruthy();
  });

  test('gives an Entra-shaped answer for the code', async () => {
    const result = await firstTokens(login);
    expect(result.status).toBe(200);
    expect(result.headers.get('access-control-allow-origin')).toBe(PAGE_ORIGIN);
    expect(result.body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3600,
      ext_expires_in: 3600,
      refresh_token_expires_in: 86_400,
      scope: 'User.Read Files.Read openid profile',
    });
    const clientInfo = JSON.parse(Buffer.from(textOf(result, 'client_info'), 'base64url').toString());
    expect(clientInfo).toEqual({ uid: 'aaaaaaaa-0000-4000-8000-000000000001', utid: TENANT_ID });
    expect(claimsOf(result, 'id_token')).toMatchObject({
      aud: CLIENT_ID,
      nonce: 'nonce-1',
      preferred_username: WORK,
      tid: TENANT_ID,
      iss: `${login}/${TENANT_ID}/v2.0`,
    });
  });

  test('signs with the key that discovery names', async () => {
    const result = await firstTokens(login);
    const discovery = await (
      await fetch(`${login}/${TENANT_ID}/v2.0/.well-known/openid-configuration`)
    ).json();
    const keys = createLocalJWKSet(await (await fetch(discovery.jwks_uri)).json());
    const { payload } = await jwtVerify(textOf(result, 'access_token'), keys, { issuer: discovery.issuer });
    expect(payload['scp']).toBe('User.Read Files.Read openid profile');
  });

  test('Graph knows the caller', async () => {
    const token = textOf(await firstTokens(login), 'access_token');
    const me = await fetch(`${login}/v1.0/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(await me.json()).toMatchObject({ upn: WORK });
  });

  test('a wrong password says so and asks again', async () => {
    const browser = createTestBrowser(login);
    const account = await browser.open(authorizeUrl(login, pkce().challenge));
    const page = await browser.press(await browser.press(account, WORK), 'Sign in', { password: 'wrong' });
    expect(alertOf(page)).toContain('AADSTS50126');
    expect(headingOf(page)).toBe('Enter password');
  });

  test('another account can be typed, and an unknown one is told', async () => {
    const browser = createTestBrowser(login);
    const account = await browser.open(authorizeUrl(login, pkce().challenge));
    const other = await browser.press(account, 'Use another account');
    const unknown = await browser.press(other, 'Next', { account: 'nobody@contoso.example' });
    expect(alertOf(unknown)).toContain('AADSTS50034');
    const known = await browser.press(unknown, 'Next', { account: 'WORK@contoso.example' });
    expect(headingOf(known)).toBe('Enter password');
  });

  test('a second factor is asked once per sign-in', async () => {
    const browser = createTestBrowser(login);
    const start = await browser.open(authorizeUrl(login, pkce().challenge));
    const password = await browser.press(start, 'mfa@contoso.example');
    const factor = await browser.press(password, 'Sign in');
    expect(headingOf(factor)).toBe('Approve sign-in request');
    const silent = await browser.open(authorizeUrl(login, pkce().challenge, { prompt: 'none' }));
    expect(answerOf(silent).get('error_description')).toContain('AADSTS50076');
    const done = await signIn(browser, factor, 'mfa@contoso.example');
    expect(answerOf(done).get('code')).toBeTruthy();
  });

  test('declining consent goes back as access_denied 65004', async () => {
    const browser = createTestBrowser(login);
    const start = await browser.open(authorizeUrl(login, pkce().challenge));
    const consent = await browser.press(await browser.press(start, WORK), 'Sign in');
    const answer = answerOf(await browser.press(consent, 'Cancel'));
    expect(answer.get('error')).toBe('access_denied');
    expect(answer.get('error_description')).toContain('AADSTS65004');
    expect(answer.get('error_uri')).toBe(`${login}/error?code=65004`);
  });

  test('an organisation that wants admin consent sends 90094 back', async () => {
    const browser = createTestBrowser(login);
    const start = await browser.open(authorizeUrl(login, pkce().challenge));
    const page = await browser.press(await browser.press(start, 'adminconsent@contoso.example'), 'Sign in');
    expect(headingOf(page)).toBe('Need admin approval');
    const back = await browser.press(page, 'Return to the application without granting consent');
    expect(answerOf(back).get('error_description')).toContain('AADSTS90094');
  });

  test('consent can not be jumped by posting its form early', async () => {
    const browser = createTestBrowser(login);
    const start = await browser.open(authorizeUrl(login, pkce().challenge));
    const password = await browser.press(start, WORK);
    const jumped = await browser.press(password, 'Sign in', { step: 'accept' });
    expect(headingOf(jumped)).toBe('Enter password');
  });
});

describe('several accounts and silent requests', () => {
  const silent = { prompt: 'none' };
  const errorNumber = (answer: URLSearchParams): string | undefined =>
    /AADSTS(\d+)/.exec(answer.get('error_description') ?? '')?.[1];

  test('nobody signed in: 50058; several: 16000; a hint decides', async () => {
    const browser = createTestBrowser(login);
    const ask = async (more: Record<string, string> = {}): Promise<URLSearchParams> =>
      answerOf(await browser.open(authorizeUrl(login, pkce().challenge, { ...silent, ...more })));
    expect(errorNumber(await ask())).toBe('50058');
    const first = await firstTokens(login, { browser });
    expect((await ask()).get('code')).toBeTruthy();
    await firstTokens(login, {
      browser,
      address: 'personal@outlook.example',
      overrides: { prompt: 'select_account' },
    });
    expect(errorNumber(await ask())).toBe('16000');
    expect((await ask({ login_hint: WORK })).get('code')).toBeTruthy();
    expect((await ask({ domain_hint: 'consumers' })).get('code')).toBeTruthy();
    const { sid, login_hint: opaque } = claimsOf(first, 'id_token');
    expect((await ask({ sid: String(sid) })).get('code')).toBeTruthy();
    expect((await ask({ login_hint: String(opaque) })).get('code')).toBeTruthy();
    expect(errorNumber(await ask({ sid: 'ffffffff-0000-4000-8000-000000000000' }))).toBe('160021');
    expect(errorNumber(await ask({ login_hint: 'mfa@contoso.example' }))).toBe('50058');
  });

  test('a scope without consent: 65001', async () => {
    const browser = createTestBrowser(login);
    await firstTokens(login, { browser });
    const url = authorizeUrl(login, pkce().challenge, { ...silent, scope: 'Files.ReadWrite' });
    expect(errorNumber(answerOf(await browser.open(url)))).toBe('65001');
  });

  test('prompt=login asks for the password, prompt=select_account for the account', async () => {
    const browser = createTestBrowser(login);
    await firstTokens(login, { browser });
    const open = (prompt: string, hint?: string): ReturnType<typeof browser.open> =>
      browser.open(authorizeUrl(login, pkce().challenge, { prompt, login_hint: hint }));
    expect(headingOf(await open('login', WORK))).toBe('Enter password');
    expect(headingOf(await open('select_account'))).toBe('Pick an account');
    expect(headingOf(await open('consent'))).toBe('Permissions requested');
  });

  test('the cookie is host-only, HttpOnly and Lax, and kept only when asked', async () => {
    const browser = createTestBrowser(login);
    const start = await browser.open(authorizeUrl(login, pkce().challenge));
    const password = await browser.press(start, WORK);
    const flow = /name="flow" value="([^"]+)"/.exec(password.text)?.[1] ?? '';
    const post = async (stay: string): Promise<string> => {
      const body = new URLSearchParams({ flow, step: 'password', password: 'demo-password', stay });
      const answer = await fetch(`${login}/common/signin`, { method: 'POST', body, redirect: 'manual' });
      return answer.headers.get('set-cookie') ?? '';
    };
    expect(await post('')).toMatch(/^ESTSAUTH=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(await post('1')).toContain('Max-Age=');
  });

  test('signing out forgets the hinted account and returns only to a registered address', async () => {
    const browser = createTestBrowser(login);
    await firstTokens(login, { browser });
    const logout = (target: string): URL => {
      const url = new URL(`${login}/common/oauth2/v2.0/logout`);
      url.searchParams.set('post_logout_redirect_uri', target);
      url.searchParams.set('state', 's');
      return url;
    };
    const foreign = await browser.open(logout('https://evil.example/'));
    expect(foreign.leftFor).toBeUndefined();
    expect(headingOf(foreign)).toBe('You signed out of your account');
    expect(browser.cookies.size).toBe(0);
    expect((await browser.open(logout(REDIRECT_URI))).leftFor?.href).toBe(`${REDIRECT_URI}?state=s`);
  });
});

describe('authorization requests that must fail', () => {
  const open = (
    overrides: Record<string, string | undefined>,
    tenant?: string,
  ): ReturnType<ReturnType<typeof createTestBrowser>['open']> =>
    createTestBrowser(login).open(authorizeUrl(login, pkce().challenge, overrides, tenant));

  test.each([
    ['another host', 'https://evil.example/oauth2callback.html'],
    ['a longer path', `${REDIRECT_URI}/more`],
    ['a suffix', `${REDIRECT_URI}.evil`],
    ['a query', `${REDIRECT_URI}?x=1`],
    ['a shorter path', PAGE_ORIGIN],
    ['a slash at the end', `${REDIRECT_URI}/`],
    ['another case', REDIRECT_URI.replace('oauth2callback', 'OAuth2Callback')],
    ['upper-case host', REDIRECT_URI.replace('localhost', 'LOCALHOST')],
    ['another port', REDIRECT_URI.replace('5173', '5199')],
    ['another scheme', REDIRECT_URI.replace('http:', 'https:')],
    ['a host that begins alike', 'http://localhost:5173.evil.example/oauth2callback.html'],
    ['user information', 'http://localhost:5173@evil.example/oauth2callback.html'],
  ])('50011 on a page, never a redirect: %s', async (_name, redirectUri) => {
    const page = await open({ redirect_uri: redirectUri });
    expect(page.status).toBe(400);
    expect(page.leftFor).toBeUndefined();
    expect(alertOf(page)).toContain('AADSTS50011');
    const silent = await open({ redirect_uri: redirectUri, prompt: 'none' });
    expect(silent.leftFor).toBeUndefined();
  });

  test.each([
    ['no challenge', { code_challenge: undefined, code_challenge_method: undefined }, '9002325'],
    ['an empty challenge', { code_challenge: '' }, '9002325'],
    ['plain', { code_challenge_method: 'plain' }, '9002313'],
    ['no method, which means plain', { code_challenge_method: undefined }, '9002313'],
    ['s256 in lower case', { code_challenge_method: 's256' }, '9002313'],
    ['a challenge of another size', { code_challenge: 'short' }, '50147'],
    ['an implicit response type', { response_type: 'token' }, '700054'],
    ['a hybrid response type', { response_type: 'code id_token' }, '700054'],
    ['an unknown scope', { scope: 'Files.Raed' }, '650053'],
    ['an unknown resource', { scope: 'https://graph.example/Files.Read' }, '500011'],
    ['no scope', { scope: undefined }, '900144'],
    ['an unknown prompt', { prompt: 'never' }, '90023'],
    ['claims that are no JSON', { claims: '{' }, '9002313'],
  ])('%s', async (_name, overrides, code) => {
    const answer = answerOf(await open(overrides));
    expect(answer.get('code')).toBeNull();
    expect(answer.get('error_description')).toContain(`AADSTS${code}:`);
    expect(answer.get('state')).toBe('state-1');
  });

  test('unknown tenant 90002 and unknown client 700016 stay on a page', async () => {
    expect(alertOf(await open({}, 'fabrikam.example'))).toContain('AADSTS90002');
    expect(alertOf(await open({ client_id: '33333333-3333-4333-8333-333333333333' }))).toContain(
      'AADSTS700016',
    );
    expect(alertOf(await open({ client_id: undefined }))).toContain('AADSTS900144');
  });

  test('a parameter given twice', async () => {
    const url = authorizeUrl(login, pkce().challenge);
    url.searchParams.append('redirect_uri', 'https://evil.example/');
    const page = await createTestBrowser(login).open(url);
    expect(page.leftFor).toBeUndefined();
    expect(alertOf(page)).toContain('AADSTS9000411');
  });

  test('a personal account is refused by the tenant and by organizations', async () => {
    for (const [tenant, code] of [
      [TENANT_ID, '50020'],
      ['organizations', '500208'],
    ] as const) {
      const browser = createTestBrowser(login);
      const start = await browser.open(authorizeUrl(login, pkce().challenge, {}, tenant));
      const refused = await browser.press(start, 'personal@outlook.example');
      expect(alertOf(refused)).toContain(`AADSTS${code}`);
    }
  });

  test('interactive pages can not be framed; pocd drops the opener policy', async () => {
    const page = await open({});
    expect(page.headers.get('x-frame-options')).toBe('DENY');
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(page.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect((await open({ pocd: '1' })).headers.get('cross-origin-opener-policy')).toBeNull();
  });

  test.each([
    { coop: 'always', openers: ['same-origin', 'same-origin'] },
    { coop: 'never', openers: [null, null] },
    { coop: 'asked', openers: ['same-origin', null] },
  ])('the opener policy can be set: $coop', async ({ coop, openers }) => {
    const answer = await fetch(`${login}/_emulator/policy`, {
      method: 'POST',
      body: JSON.stringify({ coop }),
    });
    expect(answer.status).toBe(200);
    const pages = [await open({}), await open({ pocd: '1' })];
    expect(pages.map(({ headers }) => headers.get('cross-origin-opener-policy'))).toEqual(openers);
  });
});
