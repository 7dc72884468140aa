import type { OneDriveError } from '../lib';

/**
 * What a Graph call is about to do, and how far it reaches: in the user's own drive (`read`, `write`), in all drives
 * that they can open, to the sites, or to the teams. The provider knows which scopes that takes.
 */
export type Access = 'read' | 'write' | 'read-all' | 'write-all' | 'sites' | 'teams';

/** Which token a call takes. */
export interface AccessTokenRequest {
  readonly access: Access;
  /** Decoded claims challenge of a 401 (continuous access evaluation). */
  readonly claims?: string | undefined;
  /** Skip every cache: the service has just refused the cached token. */
  readonly forceRefresh?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Who may call Graph. Never opens a window: where a person is needed it rejects with `sign-in-needed`.
 * @throws OneDriveError `sign-in-needed`, `offline`, `throttled`, `unavailable`
 */
export interface AccessTokenProvider {
  getAccessToken(request: AccessTokenRequest): Promise<string>;
  /** The service refused a freshly renewed token as well: only a person can help. */
  reportRefused?(error: OneDriveError): void;
}
