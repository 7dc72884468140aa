import { describe, expect, test } from 'vitest';
import {
  answerOf,
  authorizeUrl,
  errorNumber,
  firstTokens,
  freshCode,
  PAGE_ORIGIN,
  pkce,
  postToken,
  WORK,
} from '../support/identity-client';
import type { Overrides } from '../support/identity-client';
import { useIdentityEmulator } from '../support/identity-emulator';
import { alertOf, createTestBrowser, headingOf } from '../support/test-browser';
import type { TestPage } from '../support/test-browser';

const world = useIdentityEmulator();
const GUID = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}';
const TIME = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ`;

const open = (overrides: Overrides = {}): Promise<TestPage> =>
  createTestBrowser(world.login).open(authorizeUrl(world.login, pkce().challenge, overrides));

describe('the form of a refusal', () => {
  test('at the token endpoint: every field Entra sends, the correlation id echoed', async () => {
    const correlationId = '0fb3c2d1-1234-4abc-8def-001122334455';
    const { status, headers, body } = await postToken(world.login, {
      grant_type: 'refresh_token',
      refresh_token: 'x',
      'client-request-id': correlationId,
    });
    expect(status).toBe(400);
    expect(headers.get('x-ms-request-id')).toMatch(new RegExp(`^${GUID}$`));
    expect(headers.get('cache-control')).toBe('no-store');
    expect(Object.keys(body)).toEqual([
      'error',
      'error_description',
      'error_codes',
      'timestamp',
      'trace_id',
      'correlation_id',
      'error_uri',
    ]);
    expect(body['error_description']).toMatch(
      new RegExp(
        String.raw`^AADSTS70000: [^\r\n]+\r\nTrace ID: ${GUID}\r\nCorrelation ID: ${correlationId}\r\nTimestamp: ${TIME}$`,
      ),
    );
    expect(body).toMatchObject({
      error: 'invalid_grant',
      error_codes: [70_000],
      timestamp: expect.stringMatching(new RegExp(`^${TIME}$`)),
      correlation_id: correlationId,
      error_uri: `${world.login}/error?code=70000`,
    });
    expect(String(body['error_description'])).toContain(String(body['trace_id']));
  });

  test('in a redirect: error, description, uri and the state', async () => {
    const correlationId = '0fb3c2d1-1234-4abc-8def-001122334455';
    const answer = answerOf(await open({ prompt: 'none', 'client-request-id': correlationId }));
    expect([...answer.keys()]).toEqual(['error', 'error_description', 'error_uri', 'state']);
    expect(answer.get('error')).toBe('login_required');
    expect(answer.get('error_description')).toMatch(/^AADSTS50058: [^\r\n]+\r\nTrace ID: /);
    expect(answer.get('error_description')).toContain(`\r\nCorrelation ID: ${correlationId}\r\n`);
    expect(answer.get('error_uri')).toBe(`${world.login}/error?code=50058`);
  });

  test('on a page: the sentence first, then what support asks for', async () => {
    const page = await open({ redirect_uri: 'https://evil.example/' });
    expect(page.status).toBe(400);
    expect(alertOf(page)).toMatch(/^AADSTS50011: The redirect URI 'https:\/\/evil.example\/' specified/);
    expect(page.text).toMatch(new RegExp(`Request Id: ${GUID}<br />\\s*Correlation Id: ${GUID}<br />`));
    expect(page.text).toMatch(new RegExp(`Timestamp: ${TIME}`));
  });

  test('the error page of `error_uri` explains a number, and knows which it does not know', async () => {
    const known = await fetch(`${world.login}/error?code=50011`);
    expect([known.status, await known.text()]).toEqual([200, expect.stringContaining('AADSTS50011')]);
    expect((await fetch(`${world.login}/error?code=1`)).status).toBe(404);
  });
});

describe('prompt', () => {
  test.each(['create', 'admin_consent', 'unspecified', 'select_account consent', 'none login'])(
    '%s is refused: 90023',
    async (prompt) => {
      const answer = answerOf(await open({ prompt }));
      expect([answer.get('error'), errorNumber(answer)]).toEqual(['invalid_request', '90023']);
      expect(answer.get('error_description')).toMatch(/^AADSTS90023: Unsupported 'prompt' value\./);
    },
  );

  test('login with a hint goes to its password and never uses the session', async () => {
    const browser = createTestBrowser(world.login);
    await firstTokens(world.login, { browser });
    const overrides = { prompt: 'login', login_hint: WORK };
    const page = await browser.open(authorizeUrl(world.login, pkce().challenge, overrides));
    expect(headingOf(page)).toBe('Enter password');
    expect(answerOf(await browser.press(page, 'Sign in')).get('code')).toBeTruthy();
  });

  test('domain_hint narrows the accounts that are offered', async () => {
    expect((await open({ domain_hint: 'consumers' })).text).not.toContain(WORK);
    expect((await open({ domain_hint: 'contoso.example' })).text).not.toContain('personal@outlook.example');
  });
});

describe('response types', () => {
  test.each([
    ['token', '700054'],
    ['id_token', '700054'],
    ['code id_token', '700054'],
    ['magic', '70005'],
  ])('%s', async (responseType, code) => {
    const answer = answerOf(await open({ response_type: responseType }));
    expect([answer.get('error'), errorNumber(answer)]).toEqual(['unsupported_response_type', code]);
  });
});

describe('requests the token endpoint can not read', () => {
  test('GET: 900561 on a page for a browser, as JSON for a program', async () => {
    const url = `${world.login}/common/oauth2/v2.0/token`;
    const page = await fetch(url, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('AADSTS900561: The endpoint only accepts POST requests.');
    const program = await fetch(url);
    expect((await program.json()).error_codes).toEqual([900_561]);
    expect((await fetch(url, { method: 'PUT', body: 'x' })).status).toBe(400);
  });

  test('a JSON body has no parameters: 900144', async () => {
    const answer = await fetch(`${world.login}/common/oauth2/v2.0/token`, {
      method: 'POST',
      body: JSON.stringify({ grant_type: 'refresh_token' }),
    });
    expect(await answer.json()).toMatchObject({
      error: 'invalid_request',
      error_codes: [900_144],
      error_description: expect.stringContaining("parameter: 'grant_type'"),
    });
  });

  test('an empty scope with a code: 28003', async () => {
    const { code, verifier, redirectUri } = await freshCode(world.login);
    const result = await postToken(world.login, {
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: redirectUri,
      scope: ' ',
    });
    expect(result.body['error_codes']).toEqual([28_003]);
  });

  test('a parameter given twice: 9000411', async () => {
    const answer = await fetch(`${world.login}/common/oauth2/v2.0/token`, {
      method: 'POST',
      headers: { origin: PAGE_ORIGIN },
      body: new URLSearchParams([
        ['grant_type', 'refresh_token'],
        ['grant_type', 'refresh_token'],
      ]),
    });
    expect((await answer.json()).error_codes).toEqual([9_000_411]);
  });
});

test('a wrong verifier does not use up the code; the right one does', async () => {
  const { code, verifier, redirectUri } = await freshCode(world.login);
  const redeem = (codeVerifier: string): ReturnType<typeof postToken> =>
    postToken(world.login, {
      grant_type: 'authorization_code',
      code,
      code_verifier: codeVerifier,
      redirect_uri: redirectUri,
    });
  expect((await redeem(pkce().verifier)).body['error_codes']).toEqual([501_481]);
  const answers = await Promise.all([redeem(verifier), redeem(verifier)]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400]);
});
