import type {
  Account,
  Connection,
  ConnectOptions,
  DisconnectOptions,
  PermissionRequest,
  RedirectWay,
  Registration,
  Resumption,
  SignInOwner,
} from '../auth';
import type { DriveCommands, FolderBrowser, ItemReference, LocatedItem, Picker } from '../drive';
import type { ReadableStore } from '../lib';
import type { TransferQueue } from '../transfer';

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
  /** Opens the sign-in window: call it straight from a click, or the browser blocks the window. */
  connect(options?: ConnectOptions): Promise<void>;
  /** Gives up waiting for the window. The interface is never locked by it. */
  cancelConnect(): void;
  disconnect(options?: DisconnectOptions): Promise<void>;
  /** The right that is being asked for, if any. */
  readonly permission: ReadableStore<PermissionRequest | undefined>;
  /** Answers the permission dialog: opens the window (from a click), or gives the interrupted action up. */
  grantPermission(options?: Pick<ConnectOptions, 'interaction'>): Promise<void>;
  declinePermission(): void;
  /** What was begun before this page went to Microsoft and came back; `resume` goes on with it, `discard` gives it up. */
  readonly resumption: ReadableStore<Resumption | undefined>;
  resume(): void;
  discard(): void;
  readonly online: ReadableStore<boolean>;
  readonly folder: FolderBrowser;
  readonly picker: Picker;
  readonly commands: DriveCommands;
  /** Finds an item, by the names from the root on or by reference, and where it lies. */
  locate(target: ItemReference | readonly string[], signal?: AbortSignal): Promise<LocatedItem>;
  readonly transfers: TransferQueue;
}
