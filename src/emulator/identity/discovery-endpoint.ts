import type { IdentityState } from './identity-state';
import { failureBody, StsFailure } from './sts-failure';
import { errorContext } from './identity-state';
import { resolveTenant } from './tenants';

const publicHeaders = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' };

/** `/{tenant}/v2.0/.well-known/openid-configuration`. */
export function discoveryEndpoint(segment: string, state: IdentityState): Response {
  const tenant = resolveTenant(segment);
  if (tenant === undefined) {
    const body = failureBody(new StsFailure(90002, { x: segment }), errorContext(state, undefined));
    return Response.json(body, { status: 400, headers: publicHeaders });
  }
  const base = `${state.loginOrigin}/${tenant.segment}`;
  return Response.json(
    {
      issuer: `${state.loginOrigin}/${tenant.issuerTenant}/v2.0`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      end_session_endpoint: `${base}/oauth2/v2.0/logout`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
      response_types_supported: ['code'],
      response_modes_supported: ['query', 'fragment'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['client_secret_post', 'none'],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
      claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'nonce', 'oid', 'tid', 'name', 'sid'],
      request_uri_parameter_supported: false,
      msgraph_host: new URL(state.loginOrigin).host,
    },
    { headers: publicHeaders },
  );
}

/** `/{tenant}/discovery/v2.0/keys`. */
export function keysEndpoint(state: IdentityState): Response {
  return Response.json(state.key.keySet, { headers: publicHeaders });
}

/** `/common/discovery/instance`: asked by clients that don't trust an authority's host yet. */
export function instanceEndpoint(state: IdentityState): Response {
  const { host } = new URL(state.loginOrigin);
  return Response.json(
    {
      tenant_discovery_endpoint: `${state.loginOrigin}/common/v2.0/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
    },
    { headers: publicHeaders },
  );
}
