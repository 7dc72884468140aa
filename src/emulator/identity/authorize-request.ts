import type { Application, Applications, Platform } from './applications';
import { platformOf } from './applications';
import { requireUsable } from './application-access';
import { requireParameter } from './parameters';
import type { Parameters } from './parameters';
import { readClaims } from './requested-claims';
import { readScopes } from './requested-scopes';
import { prompts, responseModes } from './sign-in-request';
import type { Prompt, ReplyAddress, SignInRequest } from './sign-in-request';
import { StsFailure } from './sts-failure';
import type { Tenant } from './tenants';

/** The application of a request and the address its answers go to. */
export interface ReplyTarget {
  readonly application: Application;
  readonly platform: Platform;
  readonly reply: ReplyAddress;
}

/**
 * Finds the application and the address its answers go to. Whatever fails here is told on a page
 * of our own: an address that is not registered must never be visited.
 * @throws StsFailure 900144, 700016, 7000112, 50194, 9002331, 9002332, 900971, 50011, 90023.
 */
export function readReplyTarget(
  parameters: Parameters,
  applications: Applications,
  tenant: Tenant,
): ReplyTarget {
  const clientId = requireParameter(parameters, 'client_id');
  const application = applications.find(clientId);
  if (application === undefined) throw new StsFailure(700016, { x: clientId, y: tenant.name });
  requireUsable(application, tenant);
  if (application.redirectUris.size === 0) throw new StsFailure(900971);
  const redirectUri = requireParameter(parameters, 'redirect_uri');
  const platform = platformOf(application, redirectUri);
  if (platform === undefined) throw new StsFailure(50011, { x: redirectUri, y: clientId });
  const asked = parameters.get('response_mode') ?? 'query';
  const mode = responseModes.find((name) => name === asked);
  if (mode === undefined) throw new StsFailure(90023, { x: 'response_mode' });
  return { application, platform, reply: { redirectUri, mode, state: parameters.get('state') } };
}

/**
 * Reads the rest of the request. Failures from here on go back to the application.
 * @throws StsFailure
 */
export function readAuthorizeRequest(
  parameters: Parameters,
  { application, platform, reply }: ReplyTarget,
  graphOrigin: string,
): SignInRequest {
  requireCodeResponse(requireParameter(parameters, 'response_type'));
  const scope = requireParameter(parameters, 'scope');
  return {
    application,
    scopes: readScopes(scope, graphOrigin, application.name),
    claims: readClaims(parameters.get('claims')),
    prompt: readPrompt(parameters.get('prompt')),
    loginHint: parameters.get('login_hint'),
    sid: parameters.get('sid'),
    domainHint: parameters.get('domain_hint'),
    correlationId: parameters.get('client-request-id'),
    ending: {
      kind: 'code',
      platform,
      reply,
      codeChallenge: readCodeChallenge(parameters, platform),
      nonce: parameters.get('nonce'),
      wantsClientInfo: parameters.get('client_info') === '1',
    },
  };
}

/** Implicit and hybrid answers exist at Entra, but no application here has them enabled. */
function requireCodeResponse(responseType: string): void {
  if (responseType === 'code') return;
  const known = responseType.split(' ').every((part) => ['code', 'token', 'id_token'].includes(part));
  throw new StsFailure(known ? 700054 : 70005, { x: responseType });
}

/** One value only: Entra refuses lists, and `create` outside of customers' directories. */
function readPrompt(prompt: string | undefined): Prompt | undefined {
  if (prompt === undefined || prompt === '') return undefined;
  const known = prompts.find((name) => name === prompt);
  if (known === undefined) throw new StsFailure(90023, { x: 'prompt' });
  return known;
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
