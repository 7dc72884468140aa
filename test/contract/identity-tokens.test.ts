import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RunningEmulator } from '../../src/emulator/node/start-emulator';
import {
  claimsOf,
  firstTokens,
  freshCode,
  PAGE_ORIGIN,
  pkce,
  postToken,
  REDIRECT_URI,
  textOf,
} from '../support/identity-client';
import { startIdentityEmulator } from '../support/identity-emulator';

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

const advance = (ms: number): Promise<Response> =>
  fetch(`${login}/_emulator/clock`, { method: 'POST', body: JSON.stringify({ advance: ms }) });

describe('redeeming a code', () => {
  const redeem = async (
    overrides: Record<string, string | undefined>,
    origin: string = PAGE_ORIGIN,
    tenant?: string,
  ): ReturnType<typeof postToken> => {
    const { code, verifier } = await freshCode(login);
    const parameters = {
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: REDIRECT_URI,
      ...overrides,
    };
    return postToken(login, parameters, origin, tenant);
  };

  test.each([
    ['another verifier', { code_verifier: pkce().verifier }, 501481],
    ['no verifier', { code_verifier: undefined }, 900144],
    ['the challenge instead of the verifier', { code_verifier: 'a'.repeat(43) }, 501481],
    ['another redirect URI', { redirect_uri: `${PAGE_ORIGIN}/other.html` }, 500112],
    ['an unknown code', { code: '1.unknown' }, 70000],
    ['another grant type', { grant_type: 'password' }, 70003],
    ['an unknown client', { client_id: '33333333-3333-4333-8333-333333333333' }, 700016],
    ['an unknown scope', { scope: 'Files.Raed' }, 650053],
  ])('%s', async (_name, overrides, code) => {
    const result = await redeem(overrides);
    expect(result.status).toBe(400);
    expect(result.body['error_codes']).toEqual([code]);
    expect(result.headers.get('access-control-allow-origin')).toBe(PAGE_ORIGIN);
  });

  test('a secret from a page: 700025, as a client that failed to prove itself', async () => {
    const result = await redeem({ client_secret: 'x' });
    expect(result.status).toBe(401);
    expect(result.body).toMatchObject({ error: 'invalid_client', error_codes: [700_025] });
  });

  test('without Origin 9002327; in an unknown tenant 90002', async () => {
    expect((await redeem({}, '')).body['error_codes']).toEqual([9_002_327]);
    expect((await redeem({}, PAGE_ORIGIN, 'fabrikam.example')).body['error_codes']).toEqual([90_002]);
  });

  test('a code used twice: 54005, and what it gave is revoked', async () => {
    const { code, verifier } = await freshCode(login);
    const parameters = {
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: REDIRECT_URI,
    };
    const first = await postToken(login, parameters);
    expect((await postToken(login, parameters)).body['error_codes']).toEqual([54_005]);
    const refreshed = await postToken(login, {
      grant_type: 'refresh_token',
      refresh_token: textOf(first, 'refresh_token'),
    });
    expect(refreshed.body['error_codes']).toEqual([70_000]);
    const headers = { authorization: `Bearer ${textOf(first, 'access_token')}` };
    expect((await fetch(`${login}/v1.0/me`, { headers })).status).toBe(401);
  });

  test('a code older than ten minutes: 70008', async () => {
    const { code, verifier } = await freshCode(login);
    await advance(10 * 60 * 1000);
    const result = await postToken(login, {
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: REDIRECT_URI,
    });
    expect(result.body['error_codes']).toEqual([70_008]);
  });

  test('the preflight lets a page send headers', async () => {
    const response = await fetch(`${login}/common/oauth2/v2.0/token`, {
      method: 'OPTIONS',
      headers: { origin: PAGE_ORIGIN, 'access-control-request-headers': 'x-client-sku' },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-headers')).toBe('x-client-sku');
  });
});

describe('the Web platform', () => {
  const clientId = '44444444-4444-4444-8444-444444444444';
  const redirectUri = 'https://portal.example/signin';
  const redeem = async (secret: string | undefined, origin = ''): ReturnType<typeof postToken> => {
    const overrides = { client_id: clientId, redirect_uri: redirectUri };
    const { code, verifier } = await freshCode(login, { overrides });
    const parameters = {
      grant_type: 'authorization_code',
      client_id: clientId,
      client_secret: secret,
      code,
      code_verifier: verifier,
      redirect_uri: redirectUri,
    };
    return postToken(login, parameters, origin);
  };

  beforeAll(() => emulator.registerApp({ clientId, web: [redirectUri], secret: 'right' }));

  test('is redeemed by a server with the secret', async () => {
    expect((await redeem('right')).status).toBe(200);
    expect((await redeem(undefined)).body['error_codes']).toEqual([7_000_218]);
    expect((await redeem('wrong')).body['error_codes']).toEqual([7_000_215]);
  });

  test('is refused to a page: 9002326', async () => {
    expect((await redeem(undefined, PAGE_ORIGIN)).body['error_codes']).toEqual([9_002_326]);
  });
});

describe('refresh tokens', () => {
  const refresh = (
    token: string,
    more: Record<string, string> = {},
    origin = PAGE_ORIGIN,
  ): ReturnType<typeof postToken> =>
    postToken(login, { grant_type: 'refresh_token', refresh_token: token, ...more }, origin);

  test('rotate within a life of 24 hours that rotation does not extend', async () => {
    const first = textOf(await firstTokens(login), 'refresh_token');
    await advance(23 * 60 * 60 * 1000);
    const renewed = await refresh(first, { scope: 'Files.Read openid offline_access' });
    expect(renewed.body['refresh_token']).not.toBe(first);
    expect(Number(renewed.body['refresh_token_expires_in'])).toBeLessThanOrEqual(3600);
    await advance(60 * 60 * 1000);
    const dead = await refresh(textOf(renewed, 'refresh_token'));
    expect(dead.body).toMatchObject({ error: 'invalid_grant', error_codes: [700_084] });
  });

  test('reach only consented scopes', async () => {
    const token = textOf(await firstTokens(login), 'refresh_token');
    const narrower = await refresh(token, { scope: 'https://graph.microsoft.com/User.Read' });
    expect(narrower.body['scope']).toBe('https://graph.microsoft.com/User.Read Files.Read');
    const wider = await refresh(token, { scope: 'Files.ReadWrite' });
    expect(wider.body).toMatchObject({
      error: 'invalid_grant',
      suberror: 'consent_required',
      error_codes: [65_001],
    });
  });

  test('need an Origin, and belong to one client', async () => {
    const token = textOf(await firstTokens(login), 'refresh_token');
    expect((await refresh(token, {}, '')).body['error_codes']).toEqual([9_002_327]);
    const other = { client_id: '44444444-4444-4444-8444-444444444444' };
    expect((await refresh(token, other)).body['error_codes']).toEqual([70_000]);
  });

  test('carry the client capability into the access token', async () => {
    const token = textOf(await firstTokens(login), 'refresh_token');
    const claims = JSON.stringify({ access_token: { xms_cc: { values: ['CP1'] } } });
    expect(claimsOf(await refresh(token, { claims }), 'access_token')['xms_cc']).toEqual(['cp1']);
  });
});

describe('access tokens at Graph', () => {
  const me = (authorization?: string): Promise<Response> =>
    fetch(`${login}/v1.0/me`, authorization === undefined ? {} : { headers: { authorization } });

  test('none, a malformed one, a foreign one, an ID token, an old one: 401 with a challenge', async () => {
    const tokens = await firstTokens(login);
    const token = textOf(tokens, 'access_token');
    const [head = '', payload = ''] = token.split('.');
    for (const bad of [
      undefined,
      'Bearer nonsense',
      `Basic ${token}`,
      `Bearer ${head}.${payload}.AAAA`,
      `Bearer ${textOf(tokens, 'id_token')}`,
    ]) {
      const answer = await me(bad);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toContain('Bearer realm=""');
      expect(await answer.json()).toMatchObject({ error: { code: 'InvalidAuthenticationToken' } });
    }
    expect((await me(`Bearer ${token}`)).status).toBe(200);
    await advance(3600 * 1000);
    const expired = await (await me(`Bearer ${token}`)).json();
    expect(expired.error.message).toBe('Lifetime validation failed, the token is expired.');
  });
});
