/** A list of things from anywhere, which stands where a folder would. */
export type Collection =
  | { readonly kind: 'recent' | 'shared' | 'favourites' | 'sites' | 'teams' | 'recycle-bin' }
  | { readonly kind: 'site'; readonly siteId: string }
  | { readonly kind: 'team'; readonly teamId: string }
  /** One file alone, where the folder it lies in is not the user's to see. */
  | { readonly kind: 'item'; readonly driveId: string; readonly itemId: string }
  | Search
  | Below;

/** All that lies below a folder, in one list. */
export interface Below {
  readonly kind: 'below';
  readonly driveId: string;
  readonly itemId: string;
}

/** What is searched for: in a folder and all below it, in one's own drive, or in all that one may open. */
export type Search =
  | { readonly kind: 'search'; readonly within: 'drive' | 'everywhere'; readonly query: string }
  | {
      readonly kind: 'search';
      readonly within: 'folder';
      readonly driveId: string;
      readonly itemId: string;
      readonly query: string;
    };

/** What has a folder of its own behind it, which is asked for when somebody goes there. */
export type Door =
  | { readonly kind: 'library'; readonly driveId: string }
  /** The folder that the application has for itself in the user's drive. */
  | { readonly kind: 'app-folder' }
  | { readonly kind: 'channel'; readonly teamId: string; readonly channelId: string };

/** Where one can be without being in a folder of a drive. */
export type Elsewhere = Collection | Door;

export function isDoor(elsewhere: Elsewhere): elsewhere is Door {
  return DOORS.includes(elsewhere.kind);
}

const DOORS: readonly Elsewhere['kind'][] = ['library', 'channel', 'app-folder'];

/** Two with the same key are one. */
export function elsewhereKey(elsewhere: Elsewhere): string {
  return Object.values(elsewhere).join(' ');
}
