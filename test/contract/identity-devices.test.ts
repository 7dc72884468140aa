import { describe, expect, test } from 'vitest';
import {
  CLIENT_ID,
  DEVICE_GRANT,
  errorNumber,
  PAGE_ORIGIN,
  PERSONAL,
  postToken,
  signIn,
  TENANT_ID,
  textOf,
} from '../support/identity-client';
import type { Overrides, TokenResult } from '../support/identity-client';
import { useIdentityEmulator } from '../support/identity-emulator';
import { alertOf, createTestBrowser, headingOf } from '../support/test-browser';
import type { TestBrowser, TestPage } from '../support/test-browser';

const world = useIdentityEmulator();

interface DeviceAnswer {
  readonly user_code: string;
  readonly device_code: string;
  readonly verification_uri: string;
  readonly expires_in: number;
  readonly interval: number;
  readonly message: string;
  readonly error_codes?: readonly number[];
}

const begin = async (parameters: Record<string, string> = {}, tenant = 'common'): Promise<DeviceAnswer> => {
  const body = new URLSearchParams({
    client_id: CLIENT_ID,
    scope: 'Files.ReadWrite offline_access',
    ...parameters,
  });
  return (await fetch(`${world.login}/${tenant}/oauth2/v2.0/devicecode`, { method: 'POST', body })).json();
};

const poll = (deviceCode: string, more: Overrides = {}, origin = ''): Promise<TokenResult> =>
  postToken(world.login, { grant_type: DEVICE_GRANT, device_code: deviceCode, ...more }, origin);

const enter = async (
  browser: TestBrowser,
  { verification_uri, user_code }: DeviceAnswer,
): Promise<TestPage> => browser.press(await browser.open(verification_uri), 'Next', { user_code });

describe('the device code flow', () => {
  test('tells the program what to show, and gives tokens once the user has signed in', async () => {
    const device = await begin();
    expect(device).toMatchObject({ expires_in: 900, interval: 5 });
    expect(device.user_code).toMatch(/^[A-Z2-9]{9}$/);
    expect(device.message).toContain(
      `open the page ${device.verification_uri} and enter the code ${device.user_code}`,
    );
    const waiting = await poll(device.device_code);
    expect(waiting.status).toBe(400);
    expect(waiting.body).toMatchObject({ error: 'authorization_pending', error_codes: [70_016] });
    const browser = createTestBrowser(world.login);
    const done = await signIn(browser, await enter(browser, device));
    expect(done.text).toContain('You have signed in to the OneDrive Control application on your device.');
    const tokens = await poll(device.device_code);
    expect(tokens.status).toBe(200);
    expect(tokens.body['scope']).toBe('Files.ReadWrite');
    const renewed = await postToken(
      world.login,
      { grant_type: 'refresh_token', refresh_token: textOf(tokens, 'refresh_token') },
      '',
    );
    expect(renewed.status).toBe(200);
    expect((await poll(device.device_code)).body).toMatchObject({ error: 'bad_verification_code' });
  });

  test('MSAL for Node names the grant briefly, and its request by an id in the query and the body alike', async () => {
    const device = await begin();
    const id = crypto.randomUUID();
    const body = new URLSearchParams({
      client_id: CLIENT_ID,
      grant_type: 'device_code',
      device_code: device.device_code,
      'client-request-id': id,
    });
    const address = `${world.login}/common/oauth2/v2.0/token?client-request-id=${id}`;
    const pending = await fetch(address, { method: 'POST', body });
    expect(await pending.json()).toMatchObject({ error: 'authorization_pending', correlation_id: id });
    body.append('client-request-id', id);
    const twice = await fetch(address, { method: 'POST', body });
    expect(await twice.json()).toMatchObject({ error: 'invalid_request', error_codes: [9_000_411] });
  });

  test('the code may be typed in lower case; an unknown, used or old one is told', async () => {
    const device = await begin();
    const browser = createTestBrowser(world.login);
    const wrong = await enter(browser, { ...device, user_code: 'AAAAAAAAA' });
    expect([wrong.status, errorNumber(alertOf(wrong))]).toEqual([400, '70018']);
    const typed = await enter(browser, { ...device, user_code: ` ${device.user_code.toLowerCase()}` });
    expect(headingOf(typed)).toBe('Sign in');
    await signIn(browser, typed);
    expect(errorNumber(alertOf(await enter(browser, device)))).toBe('70018');
    const late = await begin();
    await world.advance(900_000);
    expect(errorNumber(alertOf(await enter(browser, late)))).toBe('70019');
    expect((await poll(late.device_code)).body).toMatchObject({
      error: 'expired_token',
      error_codes: [70_020],
    });
  });

  test('declined: the program hears authorization_declined', async () => {
    const device = await begin();
    const browser = createTestBrowser(world.login);
    const done = await browser.press(await enter(browser, device), 'Cancel');
    expect(done.text).toContain('You did not sign in on your device.');
    expect((await poll(device.device_code)).body).toMatchObject({ error: 'authorization_declined' });
  });

  test('is for public clients and programs only', async () => {
    const clientId = '77777777-0000-4000-8000-000000000001';
    world.register({ clientId, web: ['https://portal.example/signin'], secret: 's' });
    expect((await begin({ client_id: clientId })).error_codes).toEqual([7_000_218]);
    world.register({ clientId, allowPublicClient: true });
    expect((await begin({ client_id: clientId })).user_code).toBeTruthy();
    const { device_code: deviceCode } = await begin();
    expect((await poll(deviceCode, {}, PAGE_ORIGIN)).body['error_codes']).toEqual([9_002_326]);
    expect((await poll(deviceCode, { client_id: clientId })).body['error_codes']).toEqual([70_018]);
  });

  test('keeps to its tenant, and refuses what can not be read', async () => {
    const device = await begin({}, TENANT_ID);
    const browser = createTestBrowser(world.login);
    const refused = await browser.press(await enter(browser, device), PERSONAL);
    expect(errorNumber(alertOf(refused))).toBe('50020');
    expect((await begin({ scope: '' })).error_codes).toEqual([900_144]);
    expect((await begin({ scope: 'Files.Raed' })).error_codes).toEqual([650_053]);
    expect((await begin({}, 'fabrikam.example')).error_codes).toEqual([90_002]);
    const get = await fetch(`${world.login}/common/oauth2/v2.0/devicecode`);
    expect((await get.json()).error_codes).toEqual([900_561]);
  });
});
