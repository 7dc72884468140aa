/**
 * The emulator for a page's own MSAL, which takes only https for an authority: a nominal one, reserved for loopback and
 * never contacted, whose metadata names the emulator's endpoints (auth.md 2.2 B).
 */
export function nominalAuthority(loginOrigin: string) {
  const endpoint = (path: string) => `${loginOrigin}/{tenantid}${path}`;
  return {
    authority: 'https://login.localhost/common',
    knownAuthorities: ['login.localhost'],
    authorityMetadata: JSON.stringify({
      issuer: endpoint('/v2.0'),
      authorization_endpoint: endpoint('/oauth2/v2.0/authorize'),
      token_endpoint: endpoint('/oauth2/v2.0/token'),
      end_session_endpoint: endpoint('/oauth2/v2.0/logout'),
      jwks_uri: endpoint('/discovery/v2.0/keys'),
    }),
  };
}
