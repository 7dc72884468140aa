import { describe, expect, test } from 'vitest';
import {
  answerOf,
  authorizeUrl,
  claimsOf,
  errorNumber,
  firstTokens,
  freshCode,
  PAGE_ORIGIN,
  PERSONAL,
  pkce,
  postToken,
  REDIRECT_URI,
  signIn,
  TENANT_ID,
  textOf,
  WORK,
} from '../support/identity-client';
import type { Overrides } from '../support/identity-client';
import { useIdentityEmulator } from '../support/identity-emulator';
import { alertOf, createTestBrowser, headingOf } from '../support/test-browser';
import type { TestPage } from '../support/test-browser';

const world = useIdentityEmulator();
const SERVER_URI = 'https://portal.example/signin';

const open = (overrides: Overrides, tenant?: string): Promise<TestPage> =>
  createTestBrowser(world.login).open(authorizeUrl(world.login, pkce().challenge, overrides, tenant));

/** Signs in and gives what the token endpoint needs; a request without a challenge has no verifier. */
const codeParameters = async (overrides: Overrides, tenant?: string): Promise<Overrides> => {
  const { code, verifier, redirectUri } = await freshCode(world.login, { overrides, tenant });
  const challenged = !('code_challenge' in overrides);
  return {
    grant_type: 'authorization_code',
    client_id: overrides['client_id'],
    code,
    code_verifier: challenged ? verifier : undefined,
    redirect_uri: redirectUri,
  };
};

const basic = (clientId: string, secret: string): { authorization: string } => ({
  authorization: `Basic ${btoa(`${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}`)}`,
});

describe('whom an application is for', () => {
  const of = (
    signInAudience: 'AzureADMyOrg' | 'AzureADMultipleOrgs' | 'PersonalMicrosoftAccount',
  ): string => {
    const clientId = {
      AzureADMyOrg: '55555555-0000-4000-8000-000000000001',
      AzureADMultipleOrgs: '55555555-0000-4000-8000-000000000002',
      PersonalMicrosoftAccount: '55555555-0000-4000-8000-000000000003',
    }[signInAudience];
    world.register({ clientId, signInAudience, spa: [REDIRECT_URI] });
    return clientId;
  };

  test('a single-tenant application signs in at its tenant, not at common: 50194 on a page', async () => {
    const client_id = of('AzureADMyOrg');
    for (const tenant of ['common', 'organizations']) {
      const page = await open({ client_id }, tenant);
      expect(page.leftFor).toBeUndefined();
      expect(alertOf(page)).toContain(`AADSTS50194: Application '${client_id}'(Local application)`);
      expect(alertOf(page)).toContain(`the /${tenant} endpoint`);
    }
    expect(headingOf(await open({ client_id }, TENANT_ID))).toBe('Sign in');
    expect(errorNumber(alertOf(await open({ client_id }, 'consumers')))).toBe('9002332');
  });

  test('an application for organisations takes no personal account: 500200, and 9002332 at consumers', async () => {
    const client_id = of('AzureADMultipleOrgs');
    const browser = createTestBrowser(world.login);
    const start = await browser.open(authorizeUrl(world.login, pkce().challenge, { client_id }));
    const refused = await browser.press(start, PERSONAL);
    expect(errorNumber(alertOf(refused))).toBe('500200');
    expect(answerOf(await signIn(browser, refused)).get('code')).toBeTruthy();
    expect(errorNumber(alertOf(await open({ client_id }, 'consumers')))).toBe('9002332');
  });

  test('an application for personal accounts signs in at consumers only: 9002331', async () => {
    const client_id = of('PersonalMicrosoftAccount');
    for (const tenant of ['common', TENANT_ID]) {
      expect(errorNumber(alertOf(await open({ client_id }, tenant)))).toBe('9002331');
    }
    expect(headingOf(await open({ client_id }, 'consumers'))).toBe('Sign in');
  });

  test('the token endpoint asks the same: 50194', async () => {
    const client_id = of('AzureADMyOrg');
    const result = await postToken(world.login, await codeParameters({ client_id }, TENANT_ID));
    expect(result.body['error_codes']).toEqual([50_194]);
  });

  test('a silent request of an application for organisations overlooks a personal account', async () => {
    const browser = createTestBrowser(world.login);
    await firstTokens(world.login, { browser, address: PERSONAL });
    const overrides = { client_id: of('AzureADMultipleOrgs'), prompt: 'none' };
    const page = await browser.open(authorizeUrl(world.login, pkce().challenge, overrides));
    expect(errorNumber(answerOf(page))).toBe('50058');
  });
});

describe('an application that may not be used', () => {
  const client_id = '55555555-0000-4000-8000-000000000010';

  test('is disabled: 7000112 on the page and at the token endpoint', async () => {
    world.register({ clientId: client_id, spa: [REDIRECT_URI], enabled: true });
    const parameters = await codeParameters({ client_id });
    world.register({ clientId: client_id, enabled: false });
    expect(alertOf(await open({ client_id }))).toBe(
      `AADSTS7000112: Application '${client_id}'(Local application) is disabled.`,
    );
    expect((await postToken(world.login, parameters)).body).toMatchObject({
      error: 'unauthorized_client',
      error_codes: [7_000_112],
    });
  });

  test('has no redirect URI at all: 900971', async () => {
    const bare = '55555555-0000-4000-8000-000000000011';
    world.register({ clientId: bare });
    expect(errorNumber(alertOf(await open({ client_id: bare })))).toBe('900971');
  });

  test('is assigned to others: 50105 on a page and back, and silently', async () => {
    const assigned = '55555555-0000-4000-8000-000000000012';
    world.register({ clientId: assigned, spa: [REDIRECT_URI], assignedUsers: ['Mfa@contoso.example'] });
    const browser = createTestBrowser(world.login);
    const ask = (prompt?: string): Promise<TestPage> =>
      browser.open(authorizeUrl(world.login, pkce().challenge, { client_id: assigned, prompt }));
    const barred = await signIn(browser, await ask());
    expect(headingOf(barred)).toBe('You don’t have access to this');
    expect(alertOf(barred)).toContain(`AADSTS50105: Your administrator`);
    expect(alertOf(barred)).toContain(WORK);
    const back = answerOf(await browser.press(barred, 'Return to the application'));
    expect([back.get('error'), errorNumber(back)]).toEqual(['access_denied', '50105']);
    expect(errorNumber(answerOf(await ask('none')))).toBe('50105');
  });

  test('asks for `.default` but lists no permission: 650056', async () => {
    const empty = '55555555-0000-4000-8000-000000000013';
    world.register({ clientId: empty, spa: [REDIRECT_URI], permissions: [] });
    const browser = createTestBrowser(world.login);
    const overrides = { client_id: empty, scope: 'https://graph.microsoft.com/.default' };
    const start = await browser.open(authorizeUrl(world.login, pkce().challenge, overrides));
    expect(errorNumber(answerOf(await signIn(browser, start)))).toBe('650056');
  });
});

describe('the Web platform', () => {
  const client_id = '55555555-0000-4000-8000-000000000020';
  const secret = 'p+a%s:s word';
  const overrides: Overrides = {
    client_id,
    redirect_uri: SERVER_URI,
    response_mode: 'query',
    code_challenge: undefined,
    code_challenge_method: undefined,
  };
  const register = (): void => world.register({ clientId: client_id, web: [SERVER_URI], secret });

  test('its server redeems without a code challenge, the secret in the body', async () => {
    register();
    const parameters = await codeParameters(overrides);
    const result = await postToken(world.login, { ...parameters, client_secret: secret }, '');
    expect(result.status).toBe(200);
    expect(result.body['refresh_token_expires_in']).toBe(90 * 24 * 3600);
    expect(claimsOf(result, 'access_token')['appidacr']).toBe('1');
  });

  test('… or in HTTP Basic, and the client id there too', async () => {
    register();
    const parameters = { ...(await codeParameters(overrides)), client_id: undefined };
    const headers = basic(client_id, secret);
    const body = new URLSearchParams(
      Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    const answer = await fetch(`${world.login}/common/oauth2/v2.0/token`, { method: 'POST', body, headers });
    expect(answer.status).toBe(200);
  });

  test('a wrong, an empty or a malformed secret is refused, and the code stays good', async () => {
    register();
    const parameters = await codeParameters(overrides);
    const attempt = (headers: Record<string, string>): ReturnType<typeof postToken> =>
      postToken(world.login, parameters, '', 'common', headers);
    const wrong = await attempt(basic(client_id, 'wrong'));
    expect([wrong.status, wrong.body['error'], wrong.body['error_codes']]).toEqual([
      401,
      'invalid_client',
      [7_000_215],
    ]);
    const missing = await attempt(basic(client_id, ''));
    expect([missing.status, missing.body['error_codes']]).toEqual([401, [7_000_218]]);
    expect((await attempt({ authorization: 'Basic %%%' })).body['error_codes']).toEqual([9_002_313]);
    expect((await attempt(basic(client_id, secret))).status).toBe(200);
  });

  test('is refused to a page, also with the secret: 9002326', async () => {
    register();
    const parameters = { ...(await codeParameters(overrides)), client_secret: secret };
    expect((await postToken(world.login, parameters, PAGE_ORIGIN)).body).toMatchObject({
      error: 'invalid_request',
      error_codes: [9_002_326],
    });
  });

  test('its refresh tokens begin a new life of 90 days with every use; unused ones end: 700082', async () => {
    register();
    const parameters = { ...(await codeParameters(overrides)), client_secret: secret };
    const first = await postToken(world.login, parameters, '');
    const refresh = (token: string): ReturnType<typeof postToken> =>
      postToken(
        world.login,
        { client_id, client_secret: secret, grant_type: 'refresh_token', refresh_token: token },
        '',
      );
    const day = 24 * 3600 * 1000;
    await world.advance(89 * day);
    const second = await refresh(textOf(first, 'refresh_token'));
    expect(second.body['refresh_token_expires_in']).toBe(90 * 24 * 3600);
    await world.advance(89 * day);
    expect((await refresh(textOf(second, 'refresh_token'))).status).toBe(200);
    await world.advance(day);
    const dead = await refresh(textOf(second, 'refresh_token'));
    expect(dead.body).toMatchObject({ error: 'invalid_grant', error_codes: [700_082] });
  });

  test('response_mode=form_post comes as a form that posts itself', async () => {
    register();
    const browser = createTestBrowser(world.login);
    const asked = { ...overrides, response_mode: 'form_post' };
    const url = authorizeUrl(world.login, pkce().challenge, asked);
    const page = await signIn(browser, await browser.open(url));
    expect(page.text).toContain(`action="${SERVER_URI}"`);
    expect(page.text).toMatch(/name="code" value="1\.[\w-]+"/);
    expect(page.text).toContain('name="state" value="state-1"');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("form-action 'self' https://portal.example");
    expect(policy).toMatch(/script-src 'sha256-[A-Za-z0-9+/=]+'/);
    expect(errorNumber(alertOf(await open({ ...asked, response_mode: 'web_message' })))).toBe('90023');
  });
});

describe('mobile and desktop applications', () => {
  const client_id = '55555555-0000-4000-8000-000000000030';
  const register = (): void =>
    world.register({ clientId: client_id, native: ['http://localhost', 'app.example://auth'] });
  const noChallenge = { code_challenge: undefined, code_challenge_method: undefined };

  test('a loopback redirect URI is registered for every port, its path exactly', async () => {
    register();
    const redirect_uri = 'http://localhost:53682/';
    const parameters = await codeParameters({ client_id, redirect_uri, response_mode: 'query' });
    expect((await postToken(world.login, parameters, '')).status).toBe(200);
    for (const other of ['http://localhost:53682/more', 'http://127.0.0.1:53682/', 'https://localhost/']) {
      expect(errorNumber(alertOf(await open({ client_id, redirect_uri: other })))).toBe('50011');
    }
  });

  test('a scheme of its own works too', async () => {
    register();
    const overrides = {
      client_id,
      redirect_uri: 'app.example://auth',
      response_mode: 'query',
      ...noChallenge,
    };
    expect((await postToken(world.login, await codeParameters(overrides), '')).status).toBe(200);
  });

  test('a secret is refused: 700025; an empty one in HTTP Basic is none', async () => {
    register();
    const overrides = {
      client_id,
      redirect_uri: 'http://localhost:1/',
      response_mode: 'query',
      ...noChallenge,
    };
    const parameters = await codeParameters(overrides);
    const attempt = (secret: string): ReturnType<typeof postToken> =>
      postToken(world.login, parameters, '', 'common', basic(client_id, secret));
    expect((await attempt('x')).body['error_codes']).toEqual([700_025]);
    expect((await attempt('')).status).toBe(200);
  });

  test('a page may not redeem what was meant for a program: 9002326', async () => {
    register();
    const overrides = { client_id, redirect_uri: 'http://localhost:1/', response_mode: 'query' };
    expect((await postToken(world.login, await codeParameters(overrides))).body['error_codes']).toEqual([
      9_002_326,
    ]);
  });

  test('the demo client may use the nativeclient page, and copy the code from its address', async () => {
    const redirect_uri = `${world.login}/common/oauth2/nativeclient`;
    const browser = createTestBrowser(world.login);
    const url = authorizeUrl(world.login, pkce().challenge, {
      redirect_uri,
      response_mode: undefined,
      ...noChallenge,
    });
    const page = await signIn(browser, await browser.open(url));
    expect([page.status, page.url.pathname]).toEqual([200, '/common/oauth2/nativeclient']);
    const code = page.url.searchParams.get('code') ?? '';
    const parameters = { grant_type: 'authorization_code', code, redirect_uri };
    expect((await postToken(world.login, parameters, '')).status).toBe(200);
  });
});
