import { describe, expect, test } from 'vitest';
import {
  ADMIN,
  answerOf,
  authorizeUrl,
  claimsOf,
  CLIENT_ID,
  errorNumber,
  firstTokens,
  PERSONAL,
  pkce,
  REDIRECT_URI,
  signIn,
  TENANT_ID,
  WORK,
} from '../support/identity-client';
import type { Overrides } from '../support/identity-client';
import { useIdentityEmulator } from '../support/identity-emulator';
import { alertOf, createTestBrowser, headingOf } from '../support/test-browser';
import type { TestBrowser, TestPage } from '../support/test-browser';

const world = useIdentityEmulator();
const GUARDED = 'adminconsent@contoso.example';

const ask = (browser: TestBrowser, overrides: Overrides = {}): Promise<TestPage> =>
  browser.open(authorizeUrl(world.login, pkce().challenge, overrides));

/** Up to the page that follows the password. */
const toConsent = async (
  browser: TestBrowser,
  address: string,
  overrides: Overrides = {},
): Promise<TestPage> => browser.press(await browser.press(await ask(browser, overrides), address), 'Sign in');

const permissionsOn = (page: TestPage): string[] =>
  [...page.text.matchAll(/<code>([\w.]+)<\/code>/g)].map(([, name = '']) => name);

describe('consent', () => {
  test('is incremental: only what is new is asked', async () => {
    const browser = createTestBrowser(world.login);
    await firstTokens(world.login, { browser });
    const more = await ask(browser, { scope: 'Files.Read Files.ReadWrite' });
    expect(headingOf(more)).toBe('Permissions requested');
    expect(permissionsOn(more)).toEqual(['Files.ReadWrite']);
    const all = await ask(browser, { scope: 'Files.Read Files.ReadWrite', prompt: 'consent' });
    expect(permissionsOn(all)).toEqual(['Files.Read', 'Files.ReadWrite']);
  });

  test('given once is not asked again; a token carries everything granted so far', async () => {
    const browser = createTestBrowser(world.login);
    await firstTokens(world.login, { browser });
    const tokens = await firstTokens(world.login, {
      browser,
      overrides: { scope: 'Files.ReadWrite openid' },
    });
    expect(claimsOf(tokens, 'access_token')['scp']).toBe('User.Read Files.Read Files.ReadWrite openid');
    expect(answerOf(await ask(browser)).get('code')).toBeTruthy();
  });

  test('declined: access_denied, error_subcode=cancel, 65004; nothing is granted', async () => {
    const browser = createTestBrowser(world.login);
    const answer = answerOf(await browser.press(await toConsent(browser, WORK), 'Cancel'));
    expect([answer.get('error'), answer.get('error_subcode'), errorNumber(answer)]).toEqual([
      'access_denied',
      'cancel',
      '65004',
    ]);
    expect(errorNumber(answerOf(await ask(browser, { prompt: 'none' })))).toBe('65001');
  });

  test('`.default` asks for the registered permissions, and later for nothing', async () => {
    const clientId = '66666666-0000-4000-8000-000000000001';
    world.register({ clientId, spa: [REDIRECT_URI], permissions: ['User.Read', 'Files.Read.All'] });
    const overrides = { client_id: clientId, scope: 'https://graph.microsoft.com/.default' };
    const browser = createTestBrowser(world.login);
    const page = await toConsent(browser, WORK, overrides);
    expect(permissionsOn(page)).toEqual(['User.Read', 'Files.Read.All']);
    expect(answerOf(await browser.press(page, 'Accept')).get('code')).toBeTruthy();
    world.register({ clientId, permissions: ['User.Read', 'Files.Read.All', 'Sites.Read.All'] });
    expect(answerOf(await ask(browser, { ...overrides, prompt: 'none' })).get('code')).toBeTruthy();
  });

  test('`.default` with a named scope: 70011', async () => {
    const scope = 'https://graph.microsoft.com/.default Files.Read';
    const answer = answerOf(await ask(createTestBrowser(world.login), { scope }));
    expect([answer.get('error'), errorNumber(answer)]).toEqual(['invalid_scope', '70011']);
  });
});

describe('an administrator’s consent', () => {
  test('is needed for some permissions: 90094, and 65001 silently', async () => {
    const browser = createTestBrowser(world.login);
    const scope = 'Sites.FullControl.All';
    const page = await toConsent(browser, WORK, { scope });
    expect(headingOf(page)).toBe('Need admin approval');
    const forced = await browser.press(page, 'Return to the application without granting consent', {
      step: 'accept',
    });
    expect(headingOf(forced)).toBe('Need admin approval');
    const back = await browser.press(page, 'Return to the application without granting consent');
    expect([answerOf(back).get('error'), errorNumber(answerOf(back))]).toEqual(['access_denied', '90094']);
    expect(errorNumber(answerOf(await ask(browser, { scope, prompt: 'none' })))).toBe('65001');
  });

  test('an administrator grants them at once, for themselves', async () => {
    const tokens = await firstTokens(world.login, {
      address: ADMIN,
      overrides: { scope: 'Sites.FullControl.All' },
    });
    expect(tokens.body['scope']).toBe('Sites.FullControl.All');
    const page = await toConsent(createTestBrowser(world.login), GUARDED);
    expect(headingOf(page)).toBe('Need admin approval');
  });

  test('… or on behalf of the organisation: then nobody is asked', async () => {
    const browser = createTestBrowser(world.login);
    await browser.press(await toConsent(browser, ADMIN), 'Accept', { organisation: '1' });
    const done = await toConsent(createTestBrowser(world.login), GUARDED);
    expect(answerOf(done).get('code')).toBeTruthy();
  });

  test('nobody else can answer for the organisation', async () => {
    const browser = createTestBrowser(world.login);
    await browser.press(await toConsent(browser, WORK), 'Accept', { organisation: '1' });
    const page = await toConsent(createTestBrowser(world.login), GUARDED);
    expect(headingOf(page)).toBe('Need admin approval');
  });
});

describe('the admin consent endpoint', () => {
  const scope = 'https://graph.microsoft.com/Files.Read https://graph.microsoft.com/User.Read';
  const url = (overrides: Overrides = {}, path = 'v2.0/adminconsent', tenant = TENANT_ID): URL => {
    const address = new URL(`${world.login}/${tenant}/${path}`);
    const parameters = {
      client_id: CLIENT_ID,
      redirect_uri: REDIRECT_URI,
      scope,
      state: '12345',
      ...overrides,
    };
    for (const [name, value] of Object.entries(parameters)) {
      if (value !== undefined) address.searchParams.set(name, value);
    }
    return address;
  };

  test('grants for everybody and answers with admin_consent, tenant, scope and state', async () => {
    const browser = createTestBrowser(world.login);
    const page = await signIn(browser, await browser.open(url()), ADMIN);
    expect(page.leftFor?.href.startsWith(`${REDIRECT_URI}?`)).toBe(true);
    expect(Object.fromEntries(answerOf(page))).toEqual({
      admin_consent: 'True',
      tenant: TENANT_ID,
      scope,
      state: '12345',
    });
    const done = await toConsent(createTestBrowser(world.login), GUARDED);
    expect(answerOf(done).get('code')).toBeTruthy();
    const personal = await toConsent(createTestBrowser(world.login), PERSONAL);
    expect(headingOf(personal)).toBe('Permissions requested');
  });

  test('asks again although everything was granted, and can be declined: 65004', async () => {
    const browser = createTestBrowser(world.login);
    await signIn(browser, await browser.open(url()), ADMIN);
    const page = await browser.open(url());
    expect(headingOf(page)).toBe('Permissions requested');
    const answer = answerOf(await browser.press(page, 'Cancel'));
    expect([answer.get('admin_consent'), answer.get('error'), errorNumber(answer)]).toEqual([
      'True',
      'access_denied',
      '65004',
    ]);
  });

  test('is closed to others: 90094', async () => {
    const browser = createTestBrowser(world.login);
    const page = await signIn(browser, await browser.open(url()), WORK);
    expect(headingOf(page)).toBe('Need admin approval');
    const back = await browser.press(page, 'Return to the application without granting consent');
    expect(errorNumber(answerOf(back))).toBe('90094');
  });

  test('without `scope` 900144; without v2.0 it grants the registered permissions', async () => {
    const browser = createTestBrowser(world.login);
    expect(errorNumber(answerOf(await browser.open(url({ scope: undefined }))))).toBe('900144');
    const page = await signIn(browser, await browser.open(url({ scope: undefined }, 'adminconsent')), ADMIN);
    expect(answerOf(page).get('admin_consent')).toBe('True');
    const done = await toConsent(createTestBrowser(world.login), GUARDED, { scope: 'Files.ReadWrite.All' });
    expect(answerOf(done).get('code')).toBeTruthy();
  });

  test('an unregistered redirect URI and an unknown tenant stay on a page', async () => {
    const browser = createTestBrowser(world.login);
    const foreign = await browser.open(url({ redirect_uri: 'https://evil.example/' }));
    expect(errorNumber(alertOf(foreign))).toBe('50011');
    const unknown = await browser.open(url({}, 'v2.0/adminconsent', 'fabrikam.example'));
    expect(errorNumber(alertOf(unknown))).toBe('90002');
  });
});
