import { findUserByAddress } from './demo-directory';
import type { IdentityState } from './identity-state';
import { readClaims } from './requested-claims';
import { readScopes } from './requested-scopes';
import { StsFailure } from './sts-failure';
import { tokenAnswer } from './token-answer';
import { ACCESS_TOKEN_SECONDS, signAccessToken } from './tokens';

/** A token for a command-line client, as `GET /_emulator/token` hands it out. */
export interface DirectToken {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly scope: string;
  readonly refresh_token?: string;
}

/**
 * A token without a sign-in. With `offline_access` it is what a sign-in would have given, consent
 * included: programs keep the refresh token and come back with it.
 * @throws StsFailure bad scope or client.
 */
export async function directToken(
  address: string,
  scope: string,
  clientId: string,
  state: IdentityState,
): Promise<DirectToken | undefined> {
  const user = findUserByAddress(address);
  if (user === undefined) return undefined;
  const application = state.applications.find(clientId);
  if (application === undefined) throw new StsFailure(700016, { x: clientId, y: 'Contoso' });
  const scopes = readScopes(scope, state.graphOrigin, application.name);
  const sid = crypto.randomUUID();
  const claims = readClaims(undefined);
  const secondFactor = state.accounts.needsSecondFactor(user);
  if (!scopes.openId.includes('offline_access')) {
    const asked = { user, application, scopes: scopes.graph, sid, claims, secondFactor };
    const { token } = await signAccessToken(asked, state);
    return {
      access_token: token,
      token_type: 'Bearer',
      expires_in: ACCESS_TOKEN_SECONDS,
      scope: scopes.graph.join(' '),
    };
  }
  state.consents.grant(user, application.clientId, scopes.graph);
  const grant = state.grants.issue({
    user,
    clientId: application.clientId,
    redirectUri: '',
    platform: application.secret === undefined ? 'native' : 'web',
    scopes,
    claims,
    codeChallenge: undefined,
    nonce: undefined,
    sid,
    staySignedIn: false,
    secondFactor,
  });
  const wanted = { clientInfo: false, refreshToken: true };
  return tokenAnswer(grant, application, state.now(), state, wanted);
}
