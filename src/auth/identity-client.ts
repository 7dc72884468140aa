import type { Account, ConnectionScopes } from './connection';

export interface IssuedToken {
  readonly token: string;
  readonly account: Account;
  /** Epoch milliseconds. */
  readonly expiresOn?: number | undefined;
  /** Epoch milliseconds when the user connected. */
  readonly since?: number | undefined;
  /** The same object while they are the same. */
  readonly scopes?: ConnectionScopes | undefined;
}

export interface SignInRequest {
  readonly scopes: readonly string[];
  readonly account?: Account | undefined;
  readonly selectAccount?: boolean;
  /** Microsoft shows its consent page, whatever was given already. */
  readonly askConsent?: boolean;
  readonly claims?: string | undefined;
}

export interface SilentRequest {
  readonly scopes: readonly string[];
  readonly account: Account;
  readonly claims?: string | undefined;
  readonly forceRefresh?: boolean | undefined;
}

/**
 * `own`: it shows nothing yet, or a page of this origin; `foreign`: another one; `answered`: it has given its answer and
 * may close.
 */
export type WindowLook = 'none' | 'own' | 'foreign' | 'closed' | 'answered';

/** What signing in needs of an identity library. `msal.ts` gives it; tests give their own. */
export interface IdentityClient {
  /** All whose tokens are cached here for this client and this cloud. */
  accounts(): readonly Account[];
  /** The active one of them, as an earlier page load has left it. */
  currentAccount(): Account | undefined;
  /** Makes it the one that a reload finds. */
  activate(account: Account): void;
  /** Calls back after somebody came or went elsewhere: in another tab, or by the page itself. */
  onChange(listener: () => void): () => void;
  /** Opens a window; call it straight from a click. A second call takes over from the first. */
  signIn(request: SignInRequest): Promise<IssuedToken>;
  /** What can be seen of the window that `signIn` opened last. */
  look(): WindowLook;
  /**
   * Sends this page to Microsoft; aborted, it stays. Settles only where that fails, is given up, or the user is back on
   * the very same page.
   */
  leave(request: SignInRequest, signal: AbortSignal): Promise<never>;
  /** What this page has come back with from there, where it was. @throws OneDriveError */
  returned(): Promise<IssuedToken | undefined>;
  /** By the session that the browser has at Microsoft, of whom the configuration hints at: never a window. */
  signInSilently(request: Pick<SilentRequest, 'scopes'>): Promise<IssuedToken>;
  /** Cache, refresh token, hidden frame: never a window. */
  acquireToken(request: SilentRequest): Promise<IssuedToken>;
  /** Closes the window that `signIn` opened, if it still is. */
  closeWindow(): void;
  /** Wipes the account's tokens from this page. */
  forget(account: Account): Promise<void>;
  /** The same, and ends the session at Microsoft in a window. */
  signOut(account: Account): Promise<void>;
}

export interface IdentityConfiguration {
  readonly clientId: string;
  readonly authority: string;
  readonly redirectUri: string;
  readonly cacheLocation?: 'sessionStorage' | 'localStorage' | 'memoryStorage' | undefined;
  readonly loginHint?: string | undefined;
  readonly sid?: string | undefined;
  readonly domainHint?: string | undefined;
}
