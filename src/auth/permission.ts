import type { OneDriveError } from '../lib';
import type { Access } from './access-token-provider';

/** What the user was about to do to their files. */
export type ActReason =
  'upload' | 'download' | 'copy' | 'create-folder' | 'create-file' | 'rename' | 'move' | 'delete';

/**
 * What means something only beside what is shown at that moment, or holds passwords (`share`): it is not put away while
 * the page is left, and nobody goes on with it on another one.
 */
type MomentaryReason =
  'restore-version' | 'restore' | 'delete-for-ever' | 'rename-all' | 'check-out' | 'share';

/** What the user was about to do when more rights turned out to be needed. */
export type PermissionReason =
  | ActReason
  | MomentaryReason
  /** Something in the drive of somebody else, or of a site. */
  | 'open'
  | 'sites'
  | 'teams'
  /** A sharing link that somebody pasted. */
  | 'link';

/**
 * The control asks for a right at the moment it is first needed. `asking`: the dialog explains and waits for the
 * click that may open a window; `connecting`: the window is open; `failed`: it ended without the right.
 */
export type PermissionRequest =
  | { readonly status: 'asking'; readonly access: Access; readonly reason: PermissionReason }
  | { readonly status: 'connecting'; readonly access: Access; readonly reason: PermissionReason }
  | {
      readonly status: 'failed';
      readonly access: Access;
      readonly reason: PermissionReason;
      readonly error: OneDriveError;
    };
