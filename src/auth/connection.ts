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
  /** A window is open. `account`: who is signed in meanwhile (more rights, or another account, are asked for). */
  | { readonly state: 'connecting'; readonly account?: Account | undefined }
  | {
      readonly state: 'connected';
      readonly account: Account;
      /** Epoch milliseconds when the access token ends, once one was issued. */
      readonly expiresOn?: number | undefined;
    }
  | { readonly state: 'expired'; readonly account: Account; readonly error?: OneDriveError };

export interface DisconnectOptions {
  /** Also end the session at Microsoft (in a window). Off by default: it ends the user's other sessions too. */
  readonly signOut?: boolean;
}

export interface ConnectOptions {
  /** What the connection must allow when it stands; `read` unless told. */
  readonly access?: Access;
  /** Let the user choose another account. */
  readonly selectAccount?: boolean;
}
