import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEmulator, type RunningEmulator } from '../../src/emulator/node/start-emulator';
import { claimsOf, firstTokens, postToken, REDIRECT_URI, textOf, WORK } from '../support/identity-client';
import type { TokenResult } from '../support/identity-client';
import { useIdentityEmulator } from '../support/identity-emulator';

const world = useIdentityEmulator();

const me = (token: string): Promise<Response> =>
  fetch(`${world.login}/v1.0/me`, { headers: { authorization: `Bearer ${token}` } });

const refusal = async (token: string): Promise<unknown> => {
  const answer = await me(token);
  const { error } = await answer.json();
  return [answer.status, error.code, error.message];
};

/** The claims of a good token, signed by somebody else. */
const forged = async (tokens: TokenResult): Promise<string> => {
  const { privateKey } = await generateKeyPair('RS256');
  return new SignJWT(claimsOf(tokens, 'access_token')).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
};

const unsigned = (tokens: TokenResult): string => {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part(claimsOf(tokens, 'access_token'))}.`;
};

describe('Graph takes only tokens that are meant for it', () => {
  test('a token for another audience: 401 InvalidAuthenticationToken', async () => {
    const tokens = await firstTokens(world.login);
    expect(await refusal(textOf(tokens, 'id_token'))).toEqual([
      401,
      'InvalidAuthenticationToken',
      'Access token validation failure. Invalid audience.',
    ]);
  });

  test('a foreign signature, none at all, a changed scope: 401', async () => {
    const tokens = await firstTokens(world.login);
    const [head = '', , signature = ''] = textOf(tokens, 'access_token').split('.');
    const raised = { ...claimsOf(tokens, 'access_token'), scp: 'Sites.FullControl.All' };
    const changed = `${head}.${Buffer.from(JSON.stringify(raised)).toString('base64url')}.${signature}`;
    const invalid = [
      401,
      'InvalidAuthenticationToken',
      'Access token validation failure. Invalid signature.',
    ];
    expect(await refusal(await forged(tokens))).toEqual(invalid);
    expect(await refusal(changed)).toEqual(invalid);
    expect(await refusal(unsigned(tokens))).toEqual([
      401,
      'InvalidAuthenticationToken',
      'IDX14100: JWT is not well formed.',
    ]);
  });

  test('a token of a past and one of a coming time: 401, by the emulator’s clock', async () => {
    const token = textOf(await firstTokens(world.login), 'access_token');
    // The clock goes on by itself: ten seconds, because a busy computer may need more than one.
    await world.advance(3_590_000);
    expect((await me(token)).status).toBe(200);
    await world.advance(10_000);
    expect(await refusal(token)).toMatchObject([
      401,
      'InvalidAuthenticationToken',
      expect.stringContaining('expired'),
    ]);
    const later = textOf(await firstTokens(world.login), 'access_token');
    await fetch(`${world.login}/_emulator/reset`, { method: 'POST' });
    expect(await refusal(later)).toMatchObject([
      401,
      'InvalidAuthenticationToken',
      'Lifetime validation failed, the token is not yet valid.',
    ]);
  });

  test('an access token says what Entra’s says', async () => {
    const claims = claimsOf(await firstTokens(world.login), 'access_token');
    expect(claims).toMatchObject({
      aud: '00000003-0000-0000-c000-000000000000',
      appid: '22222222-2222-4222-8222-222222222222',
      app_displayname: 'OneDrive Control',
      appidacr: '0',
      idtyp: 'user',
      scp: 'User.Read Files.Read openid profile',
      tid: '11111111-1111-4111-8111-111111111111',
      upn: WORK,
      ver: '1.0',
    });
    expect(Number(claims['exp']) - Number(claims['nbf'])).toBe(3600);
  });
});

describe('tokens for command lines', () => {
  const direct = async (query: string): Promise<{ status: number; body: Record<string, unknown> }> => {
    const answer = await fetch(`${world.login}/_emulator/token?${query}`);
    return { status: answer.status, body: await answer.json() };
  };

  test('can be of another application', async () => {
    const client = '99999999-0000-4000-8000-000000000001';
    world.register({ clientId: client, name: 'Sync', spa: [REDIRECT_URI] });
    const { body } = await direct(`user=${WORK}&client=${client}`);
    expect((await me(String(body['access_token']))).status).toBe(200);
    const unknown = await direct(`user=${WORK}&client=99999999-0000-4000-8000-00000000ffff`);
    expect([unknown.status, unknown.body['error']]).toEqual([400, expect.stringContaining('AADSTS700016')]);
  });

  test('with offline_access a refresh token comes along, for programs that keep one', async () => {
    const query = new URLSearchParams({ user: WORK, scope: 'Files.Read offline_access' });
    const tokens = await (await fetch(`${world.login}/_emulator/token?${query}`)).json();
    expect(tokens).toMatchObject({ scope: 'Files.Read', refresh_token: expect.any(String) });
    const again = await postToken(
      world.login,
      { grant_type: 'refresh_token', refresh_token: tokens.refresh_token },
      '',
    );
    expect([again.status, again.body['scope']]).toEqual([200, 'Files.Read']);
    const { body } = await direct(`user=${WORK}&scope=Files.Read`);
    expect(body['refresh_token']).toBeUndefined();
  });
});

describe('scopes at the drive', () => {
  let drives: RunningEmulator;
  beforeAll(async () => {
    drives = await startEmulator({ port: 0, bytesPort: 0, drive: 'empty' });
    drives.registerApp({ clientId: '22222222-2222-4222-8222-222222222222', spa: [REDIRECT_URI] });
  });
  afterAll(() => drives.close());

  test('a call without its scope is 403 accessDenied, with it 200', async () => {
    const children = async (scope: string): Promise<unknown> => {
      const tokens = await firstTokens(drives.loginOrigin, { overrides: { scope } });
      const answer = await fetch(`${drives.loginOrigin}/v1.0/me/drive/root/children`, {
        headers: { authorization: `Bearer ${textOf(tokens, 'access_token')}` },
      });
      return [answer.status, (await answer.json()).error?.code];
    };
    expect(await children('User.Read')).toEqual([403, 'accessDenied']);
    expect(await children('Files.Read')).toEqual([200, undefined]);
  });
});
