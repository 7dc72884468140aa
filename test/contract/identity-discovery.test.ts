import { describe, expect, test } from 'vitest';
import { createEmulator, isCut } from '../../src/emulator/core';
import {
  authorizeUrl,
  claimsOf,
  CLIENT_ID,
  firstTokens,
  pkce,
  REDIRECT_URI,
  TENANT_ID,
  textOf,
  WORK,
} from '../support/identity-client';
import { useIdentityEmulator } from '../support/identity-emulator';
import { createStubGraph } from '../support/stub-graph';

const world = useIdentityEmulator();
const PERSONAL_TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad';

const read = async (path: string): Promise<{ status: number; body: Record<string, unknown> }> => {
  const answer = await fetch(`${world.login}${path}`);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  return { status: answer.status, body: await answer.json() };
};

describe('OpenID Connect discovery', () => {
  test.each([
    ['common', '{tenantid}'],
    ['organizations', '{tenantid}'],
    ['consumers', PERSONAL_TENANT],
    [TENANT_ID, TENANT_ID],
    ['contoso.example', TENANT_ID],
    [PERSONAL_TENANT, PERSONAL_TENANT],
  ])('of %s names the issuer of %s', async (segment, issuerTenant) => {
    const { status, body } = await read(`/${segment}/v2.0/.well-known/openid-configuration`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      issuer: `${world.login}/${issuerTenant}/v2.0`,
      authorization_endpoint: `${world.login}/${segment}/oauth2/v2.0/authorize`,
      token_endpoint: `${world.login}/${segment}/oauth2/v2.0/token`,
      device_authorization_endpoint: `${world.login}/${segment}/oauth2/v2.0/devicecode`,
      end_session_endpoint: `${world.login}/${segment}/oauth2/v2.0/logout`,
      jwks_uri: `${world.login}/${segment}/discovery/v2.0/keys`,
      token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic', 'none'],
      frontchannel_logout_supported: true,
    });
  });

  test('an issuer in a token leads to its own discovery document', async () => {
    const issuer = String(claimsOf(await firstTokens(world.login), 'id_token')['iss']);
    const answer = await fetch(`${issuer}/.well-known/openid-configuration`);
    expect((await answer.json()).issuer).toBe(issuer);
  });

  test('of an unknown tenant: 90002', async () => {
    const { status, body } = await read('/fabrikam.example/v2.0/.well-known/openid-configuration');
    expect([status, body['error'], body['error_codes']]).toEqual([400, 'invalid_request', [90_002]]);
  });

  test('the keys hold no private part', async () => {
    const { body } = await read('/common/discovery/v2.0/keys');
    expect(body['keys']).toMatchObject([{ kty: 'RSA', use: 'sig', alg: 'RS256' }]);
    expect(JSON.stringify(body)).not.toMatch(/"[dpq]"/);
  });
});

describe('instance discovery', () => {
  const path = '/common/discovery/instance?api-version=1.1';

  test('vouches for this host', async () => {
    const own = encodeURIComponent(`${world.login}/common/oauth2/v2.0/authorize`);
    const { host } = new URL(world.login);
    const { body } = await read(`${path}&authorization_endpoint=${own}`);
    expect(body).toMatchObject({
      tenant_discovery_endpoint: `${world.login}/common/v2.0/.well-known/openid-configuration`,
      metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
    });
  });

  test('… and for no other: 50049', async () => {
    const foreign = encodeURIComponent('https://evil.example/common/oauth2/v2.0/authorize');
    const { status, body } = await read(`${path}&authorization_endpoint=${foreign}`);
    expect([status, body['error'], body['error_codes']]).toEqual([400, 'invalid_instance', [50_049]]);
  });
});

describe('userinfo', () => {
  const ask = (authorization?: string): Promise<Response> =>
    fetch(`${world.login}/oidc/userinfo`, authorization === undefined ? {} : { headers: { authorization } });

  test('tells who signed in, by the subject of the ID token', async () => {
    const tokens = await firstTokens(world.login);
    const answer = await ask(`Bearer ${textOf(tokens, 'access_token')}`);
    expect(await answer.json()).toEqual({
      sub: claimsOf(tokens, 'id_token')['sub'],
      name: 'Alex Wilber',
      email: WORK,
      picture: `${world.login}/v1.0/me/photo/$value`,
    });
  });

  test('wants an access token', async () => {
    const tokens = await firstTokens(world.login);
    expect((await ask()).status).toBe(401);
    expect((await ask(`Bearer ${textOf(tokens, 'id_token')}`)).status).toBe(401);
  });
});

test('HEAD of the login host answers 200, as a client that asks whether it is online expects', async () => {
  const answer = await fetch(`${world.login}/`, { method: 'HEAD' });
  expect([answer.status, await answer.text()]).toEqual([200, '']);
});

describe('the session cookie', () => {
  const cookieOver = async (loginOrigin: string, crossSiteCookie?: boolean): Promise<string> => {
    const bytesOrigin = 'https://bytes.localhost';
    const { create } = createStubGraph();
    const emulator = await createEmulator({
      loginOrigin,
      bytesOrigin,
      crossSiteCookie,
      strict: false,
      createGraph: create,
    });
    emulator.registerApp({ clientId: CLIENT_ID, spa: [REDIRECT_URI] });
    const call = async (path: string, form?: Record<string, string>): Promise<Response> => {
      const body = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) };
      const answer = await emulator.handle(new Request(`${loginOrigin}${path}`, body), { origin: 'login' });
      if (isCut(answer)) throw new Error('The connection was cut.');
      return answer;
    };
    const { pathname, search } = authorizeUrl(loginOrigin, pkce().challenge, { login_hint: WORK });
    const start = (await call(`${pathname}${search}`)).headers.get('location') ?? '';
    const flow = new URL(start, loginOrigin).searchParams.get('flow') ?? '';
    const answer = await call('/common/signin', { flow, step: 'password', password: 'demo-password' });
    return answer.headers.get('set-cookie') ?? '';
  };

  test('goes along from other sites’ frames over TLS, and stays with this site without', async () => {
    expect(await cookieOver('https://login.localhost')).toMatch(/; HttpOnly; SameSite=None; Secure$/);
    expect(await cookieOver('http://localhost:1')).toMatch(/; HttpOnly; SameSite=Lax$/);
  });

  test('goes along from other sites’ frames without TLS where that is asked for', async () => {
    expect(await cookieOver('http://localhost:1', true)).toMatch(/; HttpOnly; SameSite=None; Secure$/);
  });
});
