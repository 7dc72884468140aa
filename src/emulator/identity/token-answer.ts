import type { Application } from './applications';
import type { Grant } from './grants';
import type { IdentityState } from './identity-state';
import { echoScopes } from './requested-scopes';
import { ACCESS_TOKEN_SECONDS, clientInfo, signAccessToken, signIdToken } from './tokens';

/** The body of a successful answer of the token endpoint. */
export interface TokenAnswer {
  readonly token_type: 'Bearer';
  readonly scope: string;
  readonly expires_in: number;
  readonly ext_expires_in: number;
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly refresh_token_expires_in?: number;
  readonly id_token?: string;
  readonly client_info?: string;
}

export async function tokenAnswer(
  grant: Grant,
  application: Application,
  bornAt: number,
  state: IdentityState,
  wanted: { readonly clientInfo: boolean; readonly refreshToken: boolean },
): Promise<TokenAnswer> {
  // Like Entra: the token carries every permission the user has granted, not only those asked now.
  const granted = state.consents.granted(grant.user, application.clientId);
  const openId = grant.scopes.openId.filter((name) => name !== 'offline_access');
  const access = await signAccessToken(
    {
      user: grant.user,
      application,
      scopes: [...granted, ...openId],
      sid: grant.sid,
      claims: grant.claims,
      secondFactor: grant.secondFactor,
    },
    state,
  );
  state.grants.recordAccessToken(access.id, grant.id);
  const refresh = wanted.refreshToken ? state.refreshTokens.issue({ grant, bornAt }) : undefined;
  return {
    token_type: 'Bearer',
    scope: echoScopes(grant.scopes, granted),
    expires_in: ACCESS_TOKEN_SECONDS,
    ext_expires_in: ACCESS_TOKEN_SECONDS,
    access_token: access.token,
    ...(refresh === undefined
      ? {}
      : { refresh_token: refresh.token, refresh_token_expires_in: refresh.expiresInSeconds }),
    ...(grant.scopes.openId.includes('openid') ? { id_token: await signIdToken(grant, state) } : {}),
    ...(wanted.clientInfo ? { client_info: clientInfo(grant.user) } : {}),
  };
}
