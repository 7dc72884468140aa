import { OneDriveError } from '../lib';
import type { Account } from './connection';
import type { IssuedToken } from './identity-client';

/** What MSAL tells of an account, ours or the page's. */
export interface AccountDetails {
  readonly homeAccountId: string;
  readonly username: string;
  readonly tenantId: string;
  readonly name?: string | undefined;
}

/** What it tells of a token. */
export interface TokenDetails {
  readonly accessToken: string;
  readonly account: AccountDetails | null;
  readonly expiresOn: Date | null;
}

export function readAccount({ homeAccountId, name, username, tenantId }: AccountDetails): Account {
  return { id: homeAccountId, name: name ?? username, username, tenantId };
}

/** @throws OneDriveError `sign-in-needed` for a token that is nobody's */
export function readIssued({ accessToken, account, expiresOn }: TokenDetails): IssuedToken {
  if (!account) throw new OneDriveError('sign-in-needed');
  return { token: accessToken, account: readAccount(account), expiresOn: expiresOn?.getTime() };
}
