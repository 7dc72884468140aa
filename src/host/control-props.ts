import type { CloudChoice, GetAccessToken, HostApplication, InteractionChoice } from '../auth';
import type { ColumnId, DriveItem, ItemReference, Layout } from '../drive';
import type { ReplaceableId } from '../locales';
import type { ChosenItem } from './chosen-item';
import type { ControlListeners } from './details';
import type { HostAction } from './host-action';
import type { NamedBlob } from './named-blob';
import type { Viewer } from './viewer';
import type { Action, ControlMode, PickKind, SelectionMode, Source, ThemeName } from './words';

/**
 * The host's own say about an item: `false` refuses it, a text refuses it with that reason, which users read. One that
 * throws, or gives anything else (a promise, say), refuses the item, and `onError` is told `configuration-invalid` once.
 *
 * @example const itemFilter: ItemFilter = ({ name }) => name.startsWith('Draft') ? 'Drafts are not accepted' : true;
 */
export type ItemFilter = (item: DriveItem) => boolean | string;

/**
 * Texts in place of the control's own, by message id; ICU message syntax. One that can't be read is left out, and
 * `onError` is told `configuration-invalid`.
 *
 * @example const strings: StringOverrides = { 'pick.choose': 'Attach' };
 */
export type StringOverrides = Readonly<Partial<Record<ReplaceableId, string>>>;

/** How the control signs in, or whose tokens it uses. */
interface SignInProps extends CloudChoice {
  /** The Application (client) ID of the app registration. Not needed with `getAccessToken`. */
  readonly clientId?: string | undefined;
  /** Address of `oauth2callback.html`, on the page's own origin; a relative one starts at the page. */
  readonly redirectUri?: string | undefined;
  /**
   * Instead of the control's own, which ask for writing only when something is written. A list, or words with spaces
   * or commas between them.
   */
  readonly scopes?: string | readonly string[] | undefined;
  /** Where tokens are kept; `sessionStorage` unless told. */
  readonly cacheLocation?: 'sessionStorage' | 'localStorage' | 'memoryStorage' | undefined;
  /**
   * Where Microsoft asks the user: in a window (`popup`), or in this one, which comes back to the same folder
   * (`redirect`); `auto`, unless told, is a window, and this one where the browser blocks it and the user agrees.
   */
  readonly interaction?: InteractionChoice | undefined;
  /**
   * Who uses the page, as an address: signed in at the start without a window where the browser has a session of theirs
   * at Microsoft; else the window is filled in with it.
   */
  readonly loginHint?: string | undefined;
  /** The id of that session (the claim `sid` of an ID token of the page's own), in place of `loginHint` at the start. */
  readonly sid?: string | undefined;
  /** A domain that sends people straight to the sign-in of their organisation. */
  readonly domainHint?: string | undefined;
  /**
   * Host-owned tokens: the control signs nobody in, and MSAL is never loaded. The newest function is used; only
   * whether there is one decides how the control signs in.
   */
  readonly getAccessToken?: GetAccessToken | undefined;
  /**
   * The page's own MSAL: an initialized `PublicClientApplication` of @azure/msal-browser 5. The control works with its
   * active account, follows when that changes, and opens its windows. No other MSAL is loaded. `getAccessToken` wins.
   */
  readonly publicClientApplication?: HostApplication | undefined;
  /** Another place of Graph than the cloud's own: `https://graph.example/v1.0`. Tokens go nowhere else. */
  readonly graph?: string | undefined;
}

/** What may be picked, and how much of it. */
export interface PickProps {
  /** `files` unless told. */
  readonly pickKind?: PickKind | undefined;
  /** As in `<input type=file>`: `.pdf,image/*`, or a list. Everything unless told. */
  readonly accept?: string | readonly string[] | undefined;
  /** `multiple` while browsing; while picking `single`, and `multiple` where `maxCount` is above 1. */
  readonly selection?: SelectionMode | undefined;
  /** As many items, at most: a whole number above 0. Another one is told as `configuration-invalid`, and sets no limit. */
  readonly maxCount?: number | undefined;
  /** Bytes of one file: a number above 0. Another one is told as `configuration-invalid`, and sets no limit. */
  readonly maxSize?: number | undefined;
  /** Of another function that says something else of a row, every row is asked again. */
  readonly itemFilter?: ItemFilter | undefined;
}

/** What is there to be saved. */
interface SaveProps {
  /**
   * With `mode="save"`: what the user saves. Another list is another thing to save; one with the same files in it is not.
   * Without any, there is nothing to save yet. `save()` needs no mode.
   */
  readonly files?: Iterable<NamedBlob> | NamedBlob | undefined;
}

/** What the user may do, and what it looks like. */
interface LookProps {
  /** `browse` unless told; `account` shows the connection alone: who, until when, which permissions, and no files. */
  readonly mode?: ControlMode | undefined;
  /**
   * Users change nothing; `upload()` of the host still works. As of every field of a form, browsers do not check the
   * value of an element with this attribute: `required` has no effect then.
   */
  readonly readonly?: boolean | undefined;
  /**
   * Actions that users may do: a list, or words with spaces or commas between them. Everything unless told; while
   * picking, `upload new-folder`; while saving, `new-folder`. An empty list, or an empty attribute, allows nothing. Words that are not known are left
   * out.
   */
  readonly can?: string | readonly Action[] | undefined;
  /**
   * Where users can begin, in the pane of places: a list, or words with spaces or commas between them. All but
   * `app-folder`, the application's own folder, unless told; `device` is shown while files are picked and may be uploaded.
   * Of an empty list, or an empty attribute, there is no pane, and with `root` there is none either. Words that are not
   * known are left out.
   */
  readonly sources?: string | readonly Source[] | undefined;
  /** How folders are shown that the user has not arranged: `list` unless told, `compact` or `tiles`. */
  readonly view?: Layout | undefined;
  /**
   * Columns of folders that the user has not arranged, beside the name and in their order: a list, or words with spaces
   * or commas between them (in attributes `modified-by`). `modified modifiedBy size` unless told; also `type`, `sharing`,
   * `created`, `createdBy`. Words that are not known are left out.
   */
  readonly columns?: string | readonly ColumnId[] | undefined;
  /** No row of commands: the page has buttons of its own, and `run()`. Menus and keys stay. */
  readonly hideCommandBar?: boolean | undefined;
  /** No breadcrumb: the page shows the way itself, by `onNavigate`. */
  readonly hideBreadcrumb?: boolean | undefined;
  /** What users can do besides, of the page's own; one that can't be read is left out and told as `configuration-invalid`. */
  readonly actions?: readonly HostAction[] | undefined;
  /** The page draws the transfers itself (`onTransfers`), answers their questions, and tells of them. */
  readonly hideTransfers?: boolean | undefined;
  /**
   * Transfers outlive the control: taken out of the page, it goes on with what has not ended, and back in the page it
   * shows that again. In another control as well, of the same settings and the same `getAccessToken`. Without it they
   * end. Set it before the control goes.
   */
  readonly keepTransfers?: boolean | undefined;
  /**
   * No listing is kept for a page without a network. Else the last ones are kept in the browser (names, sizes, dates and
   * ids), sealed with a key that goes with the tab, until somebody disconnects.
   */
  readonly forgetListings?: boolean | undefined;
  /** Greyed and out of reach; transfers go on. */
  readonly disabled?: boolean | undefined;
  /**
   * Where it starts: `Documents/2026`, from the root on, or an item of the user's drive by its `driveId` and `id`, which
   * is found again after it was renamed or moved; of a file, the folder it lies in. When it changes, that folder is
   * opened.
   */
  readonly folder?: string | ItemReference | undefined;
  /** Makes the folders of `folder` that are missing; the user is asked for the right to write. */
  readonly createFolder?: boolean | undefined;
  /** The folder that users cannot leave: `Portal/Case 7`. */
  readonly root?: string | undefined;
  /** `auto`, unless told, looks as the page: dark where its CSS `color-scheme` is, or allows it on a dark system. */
  readonly theme?: ThemeName | undefined;
  /** BCP 47; the browser's own unless told. Dates and numbers follow it. */
  readonly locale?: string | undefined;
  /** Writing direction; `ltr` unless told. */
  readonly dir?: 'ltr' | 'rtl' | undefined;
  /** Texts in place of the control's own, by message id. */
  readonly strings?: StringOverrides | undefined;
  /** The page's own viewers of files; the first one that accepts a file shows it, before the control's own. */
  readonly viewers?: readonly Viewer[] | undefined;
  /** What is chosen already. Another value takes the place of what the user has picked. */
  readonly value?: readonly ChosenItem[] | undefined;
}

/** Everything that a host can set, whatever framework it is made with. */
export interface ControlProps extends SignInProps, PickProps, SaveProps, LookProps, ControlListeners {}
