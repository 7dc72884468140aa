import { describe, expect, test } from 'vitest';
import {
  answerOf,
  authorizeUrl,
  claimsOf,
  errorNumber,
  firstTokens,
  PERSONAL,
  pkce,
  REDIRECT_URI,
  TENANT_ID,
  textOf,
  WORK,
} from '../support/identity-client';
import { useIdentityEmulator } from '../support/identity-emulator';
import { buttonNames, createTestBrowser, headingOf } from '../support/test-browser';
import type { TestBrowser } from '../support/test-browser';

const world = useIdentityEmulator();

const logoutUrl = (parameters: Record<string, string>): URL => {
  const url = new URL(`${world.login}/common/oauth2/v2.0/logout`);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url;
};

const isSignedIn = async (browser: TestBrowser, login_hint: string): Promise<boolean> => {
  const url = authorizeUrl(world.login, pkce().challenge, { prompt: 'none', login_hint });
  const answer = answerOf(await browser.open(url));
  if (answer.get('code') !== null) return true;
  expect(errorNumber(answer)).toBe('50058');
  return false;
};

const both = async (browser: TestBrowser): ReturnType<typeof firstTokens> => {
  await firstTokens(world.login, { browser, address: PERSONAL });
  return firstTokens(world.login, { browser, overrides: { prompt: 'select_account' } });
};

describe('signing out', () => {
  test.each([
    ['logout_hint with the address', () => ({ logout_hint: WORK })],
    [
      'logout_hint with the login_hint claim',
      (tokens: Awaited<ReturnType<typeof firstTokens>>) => ({
        logout_hint: String(claimsOf(tokens, 'id_token')['login_hint']),
      }),
    ],
    [
      'id_token_hint',
      (tokens: Awaited<ReturnType<typeof firstTokens>>) => ({ id_token_hint: textOf(tokens, 'id_token') }),
    ],
  ])('%s ends that account alone', async (_name, hint) => {
    const browser = createTestBrowser(world.login);
    const tokens = await both(browser);
    const page = await browser.open(
      logoutUrl({ ...hint(tokens), post_logout_redirect_uri: REDIRECT_URI, state: 's' }),
    );
    expect(page.leftFor?.href).toBe(`${REDIRECT_URI}?state=s`);
    expect(await isSignedIn(browser, WORK)).toBe(false);
    expect(await isSignedIn(browser, PERSONAL)).toBe(true);
  });

  test('without a hint the page asks which of several accounts; then it returns', async () => {
    const browser = createTestBrowser(world.login);
    await both(browser);
    const page = await browser.open(logoutUrl({ post_logout_redirect_uri: REDIRECT_URI, state: 's' }));
    expect(headingOf(page)).toBe('Pick an account');
    expect(buttonNames(page)).toEqual([PERSONAL, WORK]);
    const done = await browser.press(page, PERSONAL);
    expect(done.leftFor?.href).toBe(`${REDIRECT_URI}?state=s`);
    expect(await isSignedIn(browser, PERSONAL)).toBe(false);
    expect(await isSignedIn(browser, WORK)).toBe(true);
  });

  test('a hint that names nobody is no hint; with one account it signs out at once', async () => {
    const browser = createTestBrowser(world.login);
    await firstTokens(world.login, { browser });
    const page = await browser.open(logoutUrl({ logout_hint: 'nobody', id_token_hint: 'no token' }));
    expect(headingOf(page)).toBe('You signed out of your account');
    expect(browser.cookies.size).toBe(0);
  });

  test('nobody signed in is no failure', async () => {
    const browser = createTestBrowser(world.login);
    expect(headingOf(await browser.open(logoutUrl({})))).toBe('You signed out of your account');
    const back = await browser.open(logoutUrl({ post_logout_redirect_uri: REDIRECT_URI }));
    expect(back.leftFor?.href).toBe(REDIRECT_URI);
  });

  test('tokens given before live on: signing out ends the session, not the grant', async () => {
    const browser = createTestBrowser(world.login);
    const tokens = await firstTokens(world.login, { browser });
    await browser.open(logoutUrl({}));
    const headers = { authorization: `Bearer ${textOf(tokens, 'access_token')}` };
    expect((await fetch(`${world.login}/v1.0/me`, { headers })).status).toBe(200);
  });

  test('applications with a front-channel address are told in hidden frames, then it returns', async () => {
    const clientId = '88888888-0000-4000-8000-000000000001';
    const frontChannelLogoutUri = 'https://portal.example/signout';
    world.register({ clientId, spa: [REDIRECT_URI], frontChannelLogoutUri });
    const browser = createTestBrowser(world.login);
    await firstTokens(world.login, { browser });
    const url = authorizeUrl(world.login, pkce().challenge, { client_id: clientId, scope: 'openid' });
    const sid = answerOf(await browser.open(url)).get('session_state');
    const page = await browser.open(logoutUrl({ post_logout_redirect_uri: REDIRECT_URI }));
    expect(headingOf(page)).toBe('You signed out of your account');
    const frame = /<iframe src="([^"]+)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const told = new URL(frame);
    expect(`${told.origin}${told.pathname}`).toBe(frontChannelLogoutUri);
    expect(told.searchParams.get('sid')).toBe(sid);
    expect(told.searchParams.get('iss')).toBe(`${world.login}/${TENANT_ID}/v2.0`);
    expect(page.headers.get('content-security-policy')).toContain('frame-src https://portal.example;');
    expect(page.headers.get('refresh')).toBe(`2;url=${REDIRECT_URI}`);
  });

  test('an application that nobody signed in to is not told', async () => {
    const clientId = '88888888-0000-4000-8000-000000000002';
    world.register({ clientId, spa: [REDIRECT_URI], frontChannelLogoutUri: 'https://other.example/out' });
    const browser = createTestBrowser(world.login);
    await firstTokens(world.login, { browser });
    expect((await browser.open(logoutUrl({}))).text).not.toContain('<iframe');
  });
});
