/** What a host may allow or forbid. The words of the attribute `can`. */
export const ACTIONS = [
  'upload',
  'new-folder',
  'new-file',
  'download',
  'rename',
  'move',
  'copy',
  'delete',
  'share',
  'restore-version',
  'check-out',
] as const;
export type Action = (typeof ACTIONS)[number];

/** `account`: the connection alone, for a page of account settings. */
export const MODES = ['browse', 'pick', 'save', 'account'] as const;
export type ControlMode = (typeof MODES)[number];

/** Where users can begin, whatever they are about to do, unless the host says otherwise. */
export const USUAL_SOURCES = [
  'my-files',
  'recent',
  'shared',
  'favourites',
  'sites',
  'teams',
  'recycle-bin',
  'link',
] as const;

/** `device` is there while files are picked and may be uploaded, `app-folder` where the host names it. */
export const SOURCES = [...USUAL_SOURCES, 'device', 'app-folder'] as const;
/** Where users can begin. The words of the attribute `sources`. */
export type Source = (typeof SOURCES)[number];

export const PICK_KINDS = ['files', 'folders', 'all'] as const;
/** What may be picked. */
export type PickKind = (typeof PICK_KINDS)[number];

export const SELECTION_MODES = ['none', 'single', 'multiple'] as const;
/** How many items can be selected at a time. */
export type SelectionMode = (typeof SELECTION_MODES)[number];

export const THEMES = ['auto', 'light', 'dark', 'teams-light', 'teams-dark', 'teams-contrast'] as const;
/** `auto` looks as the page (its CSS `color-scheme`, or the meta element of that name); the others are Fluent UI's themes of the web and of Microsoft Teams. */
export type ThemeName = (typeof THEMES)[number];

export const CONFLICT_BEHAVIORS = ['fail', 'replace', 'rename'] as const;
/** What becomes of a file whose name is taken. */
export type ConflictBehavior = (typeof CONFLICT_BEHAVIORS)[number];
