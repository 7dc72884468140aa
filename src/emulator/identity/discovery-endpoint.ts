import type { IdentityState } from './identity-state';
import { errorContext } from './identity-state';
import { openIdPermissions } from './permissions';
import { responseModes } from './sign-in-request';
import { failureBody, StsFailure } from './sts-failure';
import { requireTenant } from './tenants';
import { grantTypes } from './token-endpoint';

const publicHeaders = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' };

/** `/{tenant}/v2.0/.well-known/openid-configuration`. */
export function discoveryEndpoint(segment: string, state: IdentityState): Response {
  return publicAnswer(state, () => {
    const tenant = requireTenant(segment);
    const { loginOrigin, graphOrigin } = state;
    const graphHost = new URL(graphOrigin).host;
    const base = `${loginOrigin}/${tenant.segment}`;
    return {
      issuer: `${loginOrigin}/${tenant.issuerTenant}/v2.0`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
      end_session_endpoint: `${base}/oauth2/v2.0/logout`,
      userinfo_endpoint: `${graphOrigin}/oidc/userinfo`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
      response_types_supported: ['code'],
      response_modes_supported: responseModes,
      grant_types_supported: grantTypes,
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic', 'none'],
      scopes_supported: openIdPermissions.map(({ name }) => name),
      claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'nonce', 'oid', 'tid', 'name', 'sid'],
      request_uri_parameter_supported: false,
      http_logout_supported: true,
      frontchannel_logout_supported: true,
      frontchannel_logout_session_supported: true,
      tenant_region_scope: null,
      cloud_instance_name: new URL(loginOrigin).host,
      cloud_graph_host_name: graphHost,
      msgraph_host: graphHost,
    };
  });
}

/** `/{tenant}/discovery/v2.0/keys`. */
export function keysEndpoint(state: IdentityState): Response {
  return Response.json(state.key.keySet, { headers: publicHeaders });
}

/** `/common/discovery/instance`: asked by clients that don't trust an authority's host yet. */
export function instanceEndpoint(request: Request, state: IdentityState): Response {
  return publicAnswer(state, () => {
    const { host } = new URL(state.loginOrigin);
    const asked = new URL(request.url).searchParams.get('authorization_endpoint');
    // A client asks about its own authority, under whatever name it reached this host.
    const known = [host, new URL(request.url).host];
    if (asked !== null && !(URL.canParse(asked) && known.includes(new URL(asked).host))) {
      throw new StsFailure(50049);
    }
    return {
      tenant_discovery_endpoint: `${state.loginOrigin}/common/v2.0/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
    };
  });
}

/** Readable by every page, as all public facts of the service are. */
function publicAnswer(state: IdentityState, facts: () => unknown): Response {
  try {
    return Response.json(facts(), { headers: publicHeaders });
  } catch (error) {
    if (!(error instanceof StsFailure)) throw error;
    const body = failureBody(error, errorContext(state, undefined));
    return Response.json(body, { status: error.status, headers: publicHeaders });
  }
}
