/** What the control asks its host for. */
export interface HostTokenRequest {
  /** Short Graph scopes the next call takes: `['Files.Read']`, for a write also `['Files.ReadWrite']`. */
  readonly scopes: readonly string[];
  /** Decoded claims challenge of a 401 (continuous access evaluation); pass it on to the identity platform. */
  readonly claims?: string | undefined;
  /** The service has refused the token that was given last: a cached one will not do. */
  readonly forceRefresh: boolean;
}

/** A token of the host, and how long it lasts. */
export interface HostToken {
  readonly token: string;
  /** When it ends; a Date or epoch milliseconds, never seconds. Without it the host is asked before each call. */
  readonly expiresOn?: number | Date | null | undefined;
}

/**
 * Host-owned tokens: the control signs nobody in, and MSAL is never loaded. Rejecting, or giving nothing, means that
 * nobody is signed in at the host, or that it may not have the scopes; the control says `sign-in-needed`, whose `cause`
 * is what was thrown.
 */
export type GetAccessToken = (request: HostTokenRequest) => Promise<string | HostToken>;
