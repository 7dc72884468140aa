import type { AccountInfo, AuthenticationResult, EndSessionPopupRequest } from '@azure/msal-browser';
import type { IdentityConfiguration, SignInRequest } from './identity-client';

/** What a sign-in asks for, as MSAL wants it. */
export function signInRequest({ loginHint, domainHint }: IdentityConfiguration, request: SignInRequest) {
  const hint = request.account?.username ?? loginHint;
  return {
    scopes: [...request.scopes],
    ...(hint && !request.selectAccount && { loginHint: hint }),
    ...(domainHint && { domainHint }),
    ...(request.claims && { claims: request.claims }),
    ...(request.askConsent && { prompt: 'consent' }),
    ...(request.selectAccount && { prompt: 'select_account' }),
  };
}

/** The same without a window, of whom the page names. */
export function silentRequest(
  { loginHint, sid, domainHint }: IdentityConfiguration,
  scopes: readonly string[],
) {
  return {
    scopes: [...scopes],
    // Microsoft takes one of the two.
    ...(sid ? { sid } : loginHint && { loginHint }),
    ...(domainHint && { domainHint }),
  };
}

/** MSAL wipes what any client of the origin has of the account it is given: it gets one that nobody has. */
export function signOutRequest(
  { redirectUri }: IdentityConfiguration,
  info: AccountInfo | undefined,
): EndSessionPopupRequest {
  const hint = info?.idTokenClaims?.login_hint ?? info?.username;
  return {
    postLogoutRedirectUri: redirectUri,
    ...(info && { account: { ...info, homeAccountId: 'nobody' } }),
    ...(hint && { logoutHint: hint }),
  };
}

/** What was asked for, and what of it came. */
export function tokenScopes({ scopes, fromCache }: AuthenticationResult, asked: readonly string[]) {
  return { asked, granted: scopes, isFresh: !fromCache };
}
