import type {
  Account,
  Connection,
  ConnectOptions,
  DisconnectOptions,
  PermissionRequest,
  RedirectWay,
  Registration,
  Resumption,
  Scopes,
  SignInOwner,
} from '../auth';
import type {
  ChangeCount,
  ChangeMade,
  Details,
  DriveCommands,
  DriveItem,
  FolderBrowser,
  ItemReference,
  LocatedItem,
  Operations,
  Panes,
  PathFolder,
  Picker,
  Previews,
  RecycleBins,
  Sharing,
} from '../drive';
import type { Drive } from '../graph';
import type { Source } from '../host';
import type { ReadableStore, Telemetry } from '../lib';
import type { TransferQueue, UnsavedFiles } from '../transfer';

/** All that the interface needs to know: what `createOneDriveControl` (src/control) gives. */
export interface ControlModel {
  readonly connection: ReadableStore<Connection>;
  /** All who are signed in here, the active one among them; `connect({ account })` switches. */
  readonly accounts: ReadableStore<readonly Account[]>;
  /** `host`: the page gives its tokens, so signing in and out is its own business. */
  readonly signInOwner: SignInOwner;
  /** Whether signing in can also happen within this very window, or why not. */
  readonly redirect: RedirectWay;
  /** What it works with, for explanations to name. */
  readonly setUp?: Partial<Registration> & { readonly graphRoot: string };
  /** What Microsoft is asked for; nothing where the page signs in. */
  readonly scopes?: Scopes | undefined;
  /** What there is to know about whoever is connected. @throws TypeError where its code can't be fetched */
  loadAccountFacts(): Promise<AccountFacts>;
  /** What there is to know of one item at a time. Dispose of it. @throws TypeError where its code can't be fetched */
  loadDetails(): Promise<Details>;
  /** Opens the sign-in window: call it straight from a click, or the browser blocks the window. */
  connect(options?: ConnectOptions): Promise<void>;
  /** Gives up waiting for the window. The interface is never locked by it. */
  cancelConnect(): void;
  disconnect(options?: DisconnectOptions): Promise<void>;
  /** How many files would not arrive if whoever is signed in went, in all controls of the page with this sign-in. */
  uploadsAtStake(): number;
  /** The right that is being asked for, if any. */
  readonly permission: ReadableStore<PermissionRequest | undefined>;
  /** Answers the permission dialog: opens the window (from a click), or gives the interrupted action up. */
  grantPermission(options?: Pick<ConnectOptions, 'interaction'>): Promise<void>;
  declinePermission(): void;
  /** What was begun before this page went to Microsoft and came back; `resume` goes on with it, `discard` gives it up. */
  readonly resumption: ReadableStore<Resumption | undefined>;
  resume(): void;
  discard(): void;
  /** From now on what is being saved is put away with the rest. */
  followSaving(load: () => Promise<SavingPort>): void;
  readonly online: ReadableStore<boolean>;
  /** Tells every event from now on; returns the function that ends it. */
  readonly telemetry: { listen(listener: Telemetry): () => void };
  /** The open folder; of two side by side the one in hand. */
  readonly folder: FolderBrowser;
  readonly panes: Panes;
  readonly picker: Picker;
  /** Another look at the drive, for a dialog: dispose of it. */
  browse(): FolderBrowser;
  /** Everywhere one can go; absent where nobody may leave the root. @throws where its code can't be fetched */
  readonly loadPlaces?: (() => Promise<Places>) | undefined;
  readonly commands: ModelCommands;
  /** While the folder is seen: it follows what others change, until the function that this returns is called. */
  watch(tell: (count: ChangeCount) => void): () => void;
  /** Somebody seems about to open the folder; the function that it returns says that they have gone on. */
  readAhead(target: ItemReference): () => void;
  readonly operations: ModelOperations;
  /** What was done here last; not what others do. */
  readonly lastChange: ReadableStore<ChangeMade | undefined>;
  /** Links, invitations and permissions. @throws TypeError where its code can't be fetched */
  loadSharing(): Promise<Sharing>;
  /** Finds an item, by the names from the root on or by reference, and where it lies. */
  locate(target: ItemReference | readonly string[], signal?: AbortSignal): Promise<LocatedItem>;
  readonly transfers: TransferQueue;
  /** What looking into files asks for. @throws OneDriveError `offline` where its code can't be fetched */
  readonly loadPreviews: () => Promise<Previews>;
}

/** Nothing comes of it where the page around does that in its own way. */
interface ModelCommands {
  createFolder(...given: Parameters<DriveCommands['createFolder']>): Promise<DriveItem | undefined>;
  createFile(...given: Parameters<DriveCommands['createFile']>): Promise<DriveItem | undefined>;
}

interface ModelOperations extends Omit<Operations, 'begin'> {
  /**
   * Nothing comes of it where the page around does that in its own way, or has been waited for in vain.
   *
   * @param signal of a dialog that is closed before it has begun
   * @throws OneDriveError `refused-by-page`, where there is a signal
   */
  begin(deed: Parameters<Operations['begin']>[0], signal?: AbortSignal): ReturnType<Operations['begin']>;
}

/** Everywhere one can go, for a pane beside the list. */
export interface Places {
  /** What there is for whoever is signed in. */
  sources(): readonly Exclude<Source, 'link' | 'device'>[];
  /** Whether whoever is signed in can search in more than their own drive. */
  canSearchEverywhere(): boolean;
  /** What can be opened below: folders, sites, libraries, teams, channels. @throws OneDriveError */
  below(folder: PathFolder | 'my-files', signal: AbortSignal): AsyncIterable<readonly DriveItem[]>;
  /** Goes to what a sharing link leads to; of a file, to the folder it lies in. @throws OneDriveError */
  openLink(address: string, signal: AbortSignal): Promise<DriveItem>;
  /** Where Microsoft shows the recycle bins. @throws OneDriveError */
  recycleBins(signal: AbortSignal): Promise<RecycleBins>;
  /** Goes to the application's own folder, which is made where it is missing. @throws OneDriveError */
  makeAppFolder(signal: AbortSignal): Promise<PathFolder>;
}

/** What is being saved, for a page that goes to Microsoft and comes back. */
export interface SavingPort {
  /** With the uploads that have been begun for them; undefined where nothing is left to be saved. */
  unsaved(): { readonly files: UnsavedFiles; readonly taskIds: readonly string[] } | undefined;
  /** Asks the user once more. */
  again(files: UnsavedFiles): void;
  giveUp(): void;
}

/** Asked only when somebody looks. */
export interface AccountFacts {
  /** The person's own drive, and how full it is. @throws OneDriveError */
  drive(signal?: AbortSignal): Promise<Drive>;
  /** Their picture, where they have one that may be seen. @throws OneDriveError */
  photo(signal?: AbortSignal): Promise<Blob | undefined>;
  isPersonal(account: Account): boolean;
  /** Where they take back, at Microsoft, what they allowed this app; undefined where that is not known. */
  consentPage(account: Account): string | undefined;
  /** Where an administrator allows it for everybody; undefined where the page signs in. */
  readonly adminConsentPage: string | undefined;
}
