/**
 * Who sent a Graph request, as proved by a verified access token.
 * The Graph part decides from this whose drive is meant and what may be done to it.
 */
export interface Caller {
  /** Object id of the account: the stable key of a user (an address may change). */
  readonly oid: string;
  /** The address the account signs in with. */
  readonly upn: string;
  /** The application (client) id the token was issued to. */
  readonly clientId: string;
  /** Home tenant of the account. */
  readonly tenantId: string;
  /** Short Graph names in Graph's own spelling, e.g. `Files.ReadWrite`. */
  readonly scopes: ReadonlySet<string>;
  /** Every claim of the verified token, for what the fields above do not name. */
  readonly claims: Readonly<Record<string, unknown>>;
}

/** An account of the emulator's fixed directory, as the Graph part needs it. */
export interface DemoUser {
  readonly oid: string;
  readonly upn: string;
  /** Display name. */
  readonly name: string;
  readonly kind: 'work' | 'personal';
  /** Whether there is a OneDrive: one not made yet answers 404, one that was not paid for 403. */
  readonly oneDrive: 'ready' | 'not provisioned' | 'not licensed';
}

/** A group of accounts of that directory, with what belongs to it. */
export interface DemoGroup {
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
  readonly mail: string;
  /** The address of its site in SharePoint; empty for the site of the whole organization. */
  readonly sitePath: string;
  /** Object ids. */
  readonly owners: readonly string[];
  /** Owners are members too. */
  readonly members: readonly string[];
  readonly hasTeam: boolean;
  /** Of its team, besides the one that every team has. */
  readonly channels?: readonly string[];
}
