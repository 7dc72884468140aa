import type { OneDriveError } from '../lib';
import type { Access } from './access-token-provider';

/** Who is signed in, as far as is known. */
export interface Account {
  /** Stable, unlike the address: MSAL's homeAccountId; with host-owned tokens Graph's id of the user. */
  readonly id: string;
  readonly name: string;
  readonly username: string;
  /** Empty with host-owned tokens. */
  readonly tenantId: string;
}

/** Somebody whose tokens open files, but whom Graph does not name. */
export const UNNAMED: Account = { id: '', name: '', username: '', tenantId: '' };

export function isNameless(account: Account): boolean {
  return account.id === UNNAMED.id;
}

/** Whoever had no name may have one by now; who may be somebody else is signed out in between. */
export function isSameAccount(before: Account, now: Account): boolean {
  return before.id === now.id || isNameless(before);
}

/** Who signs the user in: the control, or the page around it, which gives its tokens to the control. */
export type SignInOwner = 'control' | 'host';

/** Where Microsoft's pages are: in a window of their own, or in this one, which goes there and comes back. */
export type Interaction = 'popup' | 'redirect';
/** Which permissions the user was asked for, and which Microsoft gave. */
export interface ConnectionScopes {
  readonly asked: readonly string[];
  readonly granted: readonly string[];
}

/** The state of signing in, as a person would tell it. */
export type Connection =
  | { readonly state: 'starting' }
  | { readonly state: 'signed-out'; readonly error?: OneDriveError }
  | {
      readonly state: 'connecting';
      /** Who is signed in meanwhile: more rights, or another account, are asked for. */
      readonly account?: Account | undefined;
      /** A window is open, or this page is about to go away. */
      readonly interaction?: Interaction;
      /** The window seems to have been closed. A hint: what comes of it all the same is taken. */
      readonly isWindowGone?: boolean;
      /** The page is back from Microsoft, and the answer takes its time. */
      readonly isBack?: boolean;
    }
  | {
      readonly state: 'connected';
      readonly account: Account;
      /** Epoch milliseconds when the access token ends, once one was issued. */
      readonly expiresOn?: number | undefined;
      /** Epoch milliseconds when the user connected; it survives a reload where `cacheLocation` lets it. */
      readonly since?: number | undefined;
      /** Short names of the permissions; unknown where the page signs in. */
      readonly scopes?: ConnectionScopes | undefined;
    }
  | { readonly state: 'expired'; readonly account: Account; readonly error?: OneDriveError };

/** Who is signed in, or was until the tokens ended. */
export function accountOf(connection: Connection): Account | undefined {
  return 'account' in connection ? connection.account : undefined;
}

/** How far to sign out. */
export interface DisconnectOptions {
  /** Also end the session at Microsoft (in a window). Off by default: it ends the user's other sessions too. */
  readonly signOut?: boolean;
}

/** How to sign in. */
export interface ConnectOptions {
  /** What the connection must allow when it stands; `read` unless told. */
  readonly access?: Access;
  /** Let the user choose another account. */
  readonly selectAccount?: boolean;
  /** As the settings say unless told; a pop-up where this page can't go away. */
  readonly interaction?: Interaction | undefined;
  /** Let Microsoft ask again for all that was asked before, given or not: the cure for missing permissions. */
  readonly askConsent?: boolean;
  /** Switch to somebody of `Auth.accounts`: without a word where the tokens are good, else in a window for them. */
  readonly account?: Account | undefined;
}
