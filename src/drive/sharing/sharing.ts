import type { DriveItem, Party, Permission } from '../../graph';
import type { OneDriveError, ReadableStore } from '../../lib';
import type { LinkWish, OptionRefusals } from './link-terms';
import type { ChangedRole, SharingState } from './sharing-state';

export interface MadeLink {
  /** As the service made it, which need not be as it was wanted. */
  readonly permission: Permission;
  /** It was there before: the service makes no second one of a kind. */
  readonly isOld: boolean;
}

export interface InviteWish {
  readonly emails: readonly string[];
  readonly role: ChangedRole;
  readonly message?: string | undefined;
  readonly requiresSignIn: boolean;
  /** Whether OneDrive tells them by mail. */
  readonly notifies: boolean;
  /** ISO 8601, UTC. */
  readonly expires?: string | undefined;
}

/** What became of one of the invited. */
export interface InviteOutcome {
  readonly email: string;
  /** Absent where they have been let in. */
  readonly error?: OneDriveError | undefined;
}

/** Where names to invite come from. `known`: only those whom shared items have named since this page was opened. */
export type PeopleSource = 'people' | 'known';

/** Everything about sharing one item; dispose of it. */
export interface ItemSharing {
  readonly state: ReadableStore<SharingState>;
  /** What can't be had here, and why: what the service has refused stays refused for the drive. */
  readonly refusals: ReadableStore<OptionRefusals>;
  /** Asks anew who has access. */
  refresh(): void;
  /** @throws OneDriveError */
  createLink(wish: LinkWish, signal: AbortSignal): Promise<MadeLink>;
  /** One outcome for each, in their order. @throws OneDriveError where nobody was invited */
  invite(wish: InviteWish, signal: AbortSignal): Promise<readonly InviteOutcome[]>;
  /** Shown at once, and taken back where it fails: the entry tells why. Resolves with whether it was done. */
  changeRole(id: string, role: ChangedRole): Promise<boolean>;
  revoke(id: string): Promise<boolean>;
  readonly people: PeopleSource;
  /** Whom to suggest; nobody where that can't be found out. */
  suggest(signal: AbortSignal): Promise<readonly Party[]>;
  dispose(): void;
}

/** Sharing, for all items of a control. */
export interface Sharing {
  of(item: DriveItem): ItemSharing;
}
