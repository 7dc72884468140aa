import type { AccountInfo } from '@azure/msal-browser';
import type { IdentityConfiguration } from './identity-client';

/** Whom the page means, where it says who its user is. */
export type Hint = Pick<IdentityConfiguration, 'loginHint' | 'sid'>;

/** Names the hint among those that were given on a page. */
export function keyOfHint({ loginHint, sid }: Hint): string | undefined {
  return sid ?? loginHint;
}

/** Whether the account is certainly the one that is meant: an account that says less is asked for at Microsoft again. */
export function isMeant({ username, idTokenClaims }: AccountInfo, { loginHint, sid }: Hint): boolean {
  const { login_hint: opaque, email, upn, sid: session } = idTokenClaims ?? {};
  const addresses = [username, email, upn].flatMap((one) =>
    typeof one === 'string' ? one.toLowerCase() : [],
  );
  const isNamed = loginHint && (loginHint === opaque || addresses.includes(loginHint.toLowerCase()));
  return Boolean(isNamed || (sid && sid === session));
}
