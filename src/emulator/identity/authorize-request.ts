import type { Application, Applications, Platform } from './applications';
import { requireParameter } from './parameters';
import type { Parameters } from './parameters';
import { readClaims } from './requested-claims';
import type { RequestedClaims } from './requested-claims';
import { readScopes } from './requested-scopes';
import type { RequestedScopes } from './requested-scopes';
import { StsFailure } from './sts-failure';

const prompts = ['none', 'login', 'select_account', 'consent'] as const;
type Prompt = (typeof prompts)[number];

/** Where an answer to the application goes; only ever a registered redirect URI. */
export interface ReplyAddress {
  readonly redirectUri: string;
  readonly mode: 'query' | 'fragment';
  readonly state: string | undefined;
}

/** A valid authorization request. */
export interface AuthorizeRequest {
  readonly application: Application;
  readonly platform: Platform;
  readonly reply: ReplyAddress;
  readonly scopes: RequestedScopes;
  readonly claims: RequestedClaims;
  readonly prompt: Prompt | undefined;
  readonly codeChallenge: string | undefined;
  readonly nonce: string | undefined;
  readonly loginHint: string | undefined;
  readonly sid: string | undefined;
  readonly domainHint: string | undefined;
  readonly wantsClientInfo: boolean;
  readonly correlationId: string | undefined;
}

/**
 * Finds the application and the address its answers go to. Whatever fails here is told on a page
 * of our own: an address that is not registered must never be visited.
 * @throws StsFailure 900144, 700016, 50011.
 */
export function readReplyAddress(
  parameters: Parameters,
  applications: Applications,
  tenantName: string,
): { readonly application: Application; readonly platform: Platform; readonly reply: ReplyAddress } {
  const clientId = requireParameter(parameters, 'client_id');
  const application = applications.find(clientId);
  if (application === undefined) throw new StsFailure(700016, { x: clientId, y: tenantName });
  const redirectUri = requireParameter(parameters, 'redirect_uri');
  const platform = application.redirectUris.get(redirectUri);
  if (platform === undefined) throw new StsFailure(50011, { x: redirectUri, y: clientId });
  const mode = parameters.get('response_mode') ?? 'query';
  if (mode !== 'query' && mode !== 'fragment') {
    throw new StsFailure(90023, { x: mode, y: 'response_mode' });
  }
  return { application, platform, reply: { redirectUri, mode, state: parameters.get('state') } };
}

/**
 * Reads the rest of the request. Failures from here on go back to the application.
 * @throws StsFailure
 */
export function readAuthorizeRequest(
  parameters: Parameters,
  target: ReturnType<typeof readReplyAddress>,
  loginOrigin: string,
): AuthorizeRequest {
  const responseType = requireParameter(parameters, 'response_type');
  if (responseType !== 'code') throw new StsFailure(700054, { x: responseType });
  const scope = requireParameter(parameters, 'scope');
  const prompt = parameters.get('prompt');
  const known = prompts.find((name) => name === prompt);
  if (prompt !== undefined && prompt !== '' && known === undefined) {
    throw new StsFailure(90023, { x: prompt, y: 'prompt' });
  }
  return {
    ...target,
    scopes: readScopes(scope, loginOrigin, target.application.name),
    claims: readClaims(parameters.get('claims')),
    prompt: known,
    codeChallenge: readCodeChallenge(parameters, target.platform),
    nonce: parameters.get('nonce'),
    loginHint: parameters.get('login_hint'),
    sid: parameters.get('sid'),
    domainHint: parameters.get('domain_hint'),
    wantsClientInfo: parameters.get('client_info') === '1',
    correlationId: parameters.get('client-request-id'),
  };
}

/**
 * Only S256 is served. Entra still takes `plain`; refusing it here (RFC 9700 2.1.1) finds the
 * client that would send its verifier in the clear. Without a method RFC 7636 means `plain`.
 */
function readCodeChallenge(parameters: Parameters, platform: Platform): string | undefined {
  const challenge = parameters.get('code_challenge');
  const method = parameters.get('code_challenge_method');
  if (challenge === undefined || challenge === '') {
    if (platform === 'spa' || method !== undefined) throw new StsFailure(9002325);
    return undefined;
  }
  if (method !== 'S256') {
    throw new StsFailure(9002313, { x: "The parameter 'code_challenge_method' must be 'S256'." });
  }
  if (!/^[A-Za-z0-9_-]{43}$/.test(challenge)) throw new StsFailure(50147, { x: String(challenge.length) });
  return challenge;
}
