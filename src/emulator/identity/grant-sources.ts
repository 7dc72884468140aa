import { requirePlatform } from './client-authentication';
import type { Client } from './client-authentication';
import type { IdentityState } from './identity-state';
import { requireParameter } from './parameters';
import type { Parameters } from './parameters';
import { sha256Base64Url } from './random-text';
import type { RenewableGrant } from './refresh-tokens';
import { StsFailure } from './sts-failure';

/** `grant_type=authorization_code`: the code counts as used only when all else is right. */
export async function grantOfCode(
  parameters: Parameters,
  client: Client,
  state: IdentityState,
): Promise<RenewableGrant> {
  const code = requireParameter(parameters, 'code');
  const redirectUri = requireParameter(parameters, 'redirect_uri');
  const verifier = parameters.get('code_verifier') ?? '';
  // Before the code is looked at: between finding and using it nobody else may come.
  const challenge = verifier === '' ? undefined : await sha256Base64Url(verifier);
  const grant = state.codes.find(code);
  if (grant.clientId !== client.application.clientId) throw new StsFailure(70000);
  if (grant.redirectUri !== redirectUri) {
    throw new StsFailure(500112, { x: redirectUri, y: grant.redirectUri });
  }
  requirePlatform(grant.platform, client);
  if (grant.codeChallenge !== undefined && challenge === undefined) {
    throw new StsFailure(900144, { x: 'code_verifier' });
  }
  // Also a verifier without a challenge: the mark of a downgrade attack (RFC 9700 2.1.1).
  if (grant.codeChallenge !== challenge) throw new StsFailure(501481);
  state.codes.redeem(code);
  return { grant, bornAt: state.now() };
}

/** `grant_type=refresh_token`. */
export function grantOfRefreshToken(
  parameters: Parameters,
  client: Client,
  state: IdentityState,
): RenewableGrant {
  const token = requireParameter(parameters, 'refresh_token');
  const proved = state.refreshTokens.use(token, client.application.clientId);
  requirePlatform(proved.grant.platform, client);
  return proved;
}

/** `grant_type=urn:ietf:params:oauth:grant-type:device_code`: polled until the user has answered. */
export function grantOfDevice(parameters: Parameters, client: Client, state: IdentityState): RenewableGrant {
  const deviceCode = requireParameter(parameters, 'device_code');
  requirePlatform('native', client);
  const grant = state.devices.redeem(deviceCode, client.application.clientId);
  return { grant, bornAt: state.now() };
}
