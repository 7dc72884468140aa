import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { createTestBrowser, headingOf } from './test-browser';
import type { TestBrowser, TestPage } from './test-browser';

export const CLIENT_ID = '22222222-2222-4222-8222-222222222222';
export const TENANT_ID = '11111111-1111-4111-8111-111111111111';
export const PAGE_ORIGIN = 'http://localhost:5173';
export const REDIRECT_URI = `${PAGE_ORIGIN}/oauth2callback.html`;
export const WORK = 'work@contoso.example';
export const PERSONAL = 'personal@outlook.example';
export const ADMIN = 'admin@contoso.example';
export const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

export interface Pkce {
  readonly verifier: string;
  readonly challenge: string;
}

export function pkce(): Pkce {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

export type Overrides = Readonly<Record<string, string | undefined>>;

/** An authorization request as MSAL sends it; `undefined` leaves a parameter out. */
export function authorizeUrl(
  loginOrigin: string,
  challenge: string,
  overrides: Overrides = {},
  tenant = 'common',
): URL {
  const url = new URL(`${loginOrigin}/${tenant}/oauth2/v2.0/authorize`);
  const parameters: Record<string, string | undefined> = {
    client_id: CLIENT_ID,
    redirect_uri: REDIRECT_URI,
    response_type: 'code',
    response_mode: 'fragment',
    scope: 'User.Read Files.Read openid profile offline_access',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: 'state-1',
    nonce: 'nonce-1',
    client_info: '1',
    ...overrides,
  };
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url;
}

/** Walks through whatever pages come, as a user who agrees to everything. */
export async function signIn(browser: TestBrowser, page: TestPage, address = WORK): Promise<TestPage> {
  const steps: Readonly<Record<string, string>> = {
    'Sign in': address,
    'Pick an account': address,
    'Enter password': 'Sign in',
    'Approve sign-in request': 'Approve',
    'Permissions requested': 'Accept',
  };
  let current = page;
  for (let count = 0; count < 10 && current.leftFor === undefined; count += 1) {
    const button = steps[headingOf(current)];
    if (button === undefined) return current;
    current = await browser.press(current, button);
  }
  return current;
}

/** The parameters of the answer the application gets, in its fragment or its query. */
export function answerOf(page: TestPage): URLSearchParams {
  if (page.leftFor === undefined) throw new Error(`Still at “${headingOf(page)}”\n${page.text}`);
  const { hash, searchParams } = page.leftFor;
  return hash === '' ? searchParams : new URLSearchParams(hash.slice(1));
}

/** The AADSTS number of a refusal: of an answer's parameters or of a page's alert. */
export function errorNumber(refusal: URLSearchParams | string | undefined): string | undefined {
  const text = refusal instanceof URLSearchParams ? refusal.get('error_description') : refusal;
  return /AADSTS(\d+)/.exec(text ?? '')?.[1];
}

export interface TokenResult {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

export async function postToken(
  loginOrigin: string,
  parameters: Overrides,
  origin: string | undefined = PAGE_ORIGIN,
  tenant = 'common',
  headers: Readonly<Record<string, string>> = {},
): Promise<TokenResult> {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries({ client_id: CLIENT_ID, client_info: '1', ...parameters })) {
    if (value !== undefined) body.set(name, value);
  }
  const response = await fetch(`${loginOrigin}/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    body,
    headers: origin === undefined || origin === '' ? headers : { ...headers, origin },
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

interface SignInOptions {
  readonly overrides?: Overrides;
  readonly browser?: TestBrowser;
  readonly address?: string;
  readonly tenant?: string | undefined;
}

/** A fresh code with everything needed to redeem it. */
export async function freshCode(
  loginOrigin: string,
  options: SignInOptions = {},
): Promise<{ readonly code: string; readonly verifier: string; readonly redirectUri: string }> {
  const { verifier, challenge } = pkce();
  const browser = options.browser ?? createTestBrowser(loginOrigin);
  const url = authorizeUrl(loginOrigin, challenge, options.overrides, options.tenant);
  const answer = answerOf(await signIn(browser, await browser.open(url), options.address));
  const code = answer.get('code');
  if (code === null) throw new Error(`No code: ${answer.toString()}`);
  return { code, verifier, redirectUri: options.overrides?.['redirect_uri'] ?? REDIRECT_URI };
}

/** Signs in and redeems: the token answer of a first sign-in. */
export async function firstTokens(loginOrigin: string, options: SignInOptions = {}): Promise<TokenResult> {
  const { code, verifier, redirectUri } = await freshCode(loginOrigin, options);
  return postToken(loginOrigin, {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri: redirectUri,
  });
}

export function textOf(result: TokenResult, name: string): string {
  const value = result.body[name];
  if (typeof value !== 'string') throw new Error(`No ${name} in ${JSON.stringify(result.body)}`);
  return value;
}

export function claimsOf(result: TokenResult, name: 'access_token' | 'id_token'): Record<string, unknown> {
  return decodeJwt(textOf(result, name));
}
