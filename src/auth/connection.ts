import type { OneDriveError } from '../lib';
import type { Access } from './access-token-provider';

export interface Account {
  /** MSAL's homeAccountId: stable, unlike the address. */
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly tenantId: string;
}

/** The state of signing in, as a person would tell it. */
export type Connection =
  | { readonly state: 'starting' }
  | { readonly state: 'signed-out'; readonly error?: OneDriveError }
  | { readonly state: 'connecting' }
  | {
      readonly state: 'connected';
      readonly account: Account;
      /** Epoch milliseconds when the access token ends, once one was issued. */
      readonly expiresOn?: number | undefined;
    }
  | { readonly state: 'expired'; readonly account: Account; readonly error?: OneDriveError };

export interface ConnectOptions {
  /** What the connection must allow when it stands; `read` unless told. */
  readonly access?: Access;
  /** Let the user choose another account. */
  readonly selectAccount?: boolean;
}
