import {
  createPermissionGate,
  type Auth,
  type Connection,
  type PermissionGate,
  type RedirectWay,
  type Registration,
  type SignInOwner,
} from '../auth';
import {
  createDriveCommands,
  createFolderBrowser,
  createLaterOperations,
  createLaterSharing,
  createPanes,
  createPicker,
  DEFAULT_ARRANGEMENT,
  locateItem,
  type ChangeCount,
  type ChangeMade,
  type DriveAct,
  type Details,
  type DriveItem,
  type DriveCommands,
  type DriveRequests,
  type FirstView,
  type FolderBrowser,
  type FolderPlace,
  type ItemReference,
  type LocatedItem,
  type Operations,
  type Panes,
  type Picker,
  type Previews,
  type Sharing,
} from '../drive';
import { createGraph, createReach } from '../graph';
import { createStore, loadCode, type Environment, type ReadableStore, type Telemetry } from '../lib';
import { createLaterQueue, type TransferQueue } from '../transfer';
import type { AccountFacts } from './account-facts';
import { followAccount } from './follow-account';
import { followOwner } from './follow-owner';
import { followUploads } from './follow-uploads';
import { namedAccountId } from './named-account';
import { createListingSource } from './listing-source';
import { onceListed } from './once-listed';
import { sharePage } from './page-share';
import { createTelemetry, watchAuth, type ControlTelemetry } from './telemetry';
import { resolveSignIn, type SignInWay } from './sign-in-way';
import type { Places } from './create-places';
import { createRequests, driveOf } from './create-requests';
import { createTransferPorts } from './transfer-ports';
import { followLeaving, type Unfinished } from './unfinished/follow-leaving';
import { watchChanges } from './watch-changes';

interface PlaceOptions {
  /** Hears of everything from the start: events without names, addresses, ids and secrets. */
  readonly onTelemetry?: Telemetry | undefined;
  readonly environment?: Environment | undefined;
  /** Names of the folders from the drive's root to the one that users cannot leave. */
  readonly rootPath?: readonly string[] | undefined;
  /** Where to start, names being those from that root on; a function is asked each time somebody signs in. */
  readonly start?: FolderPlace | (() => FolderPlace) | undefined;
  /**
   * Nothing is kept for a page without a network. Else the last listings are (names, sizes, dates, ids), sealed with a
   * key that goes with the tab.
   */
  readonly forgetListings?: boolean | undefined;
  /** How folders are looked at that nobody has arranged here; asked for each time. */
  readonly firstView?: (() => FirstView) | undefined;
  /** `false`: it only connects; no folder is opened when somebody signs in. */
  readonly opensFolder?: boolean | undefined;
}

/** What a control was set up with; of the registration nothing where the page signs in. */
export interface SetUp extends Partial<Registration> {
  readonly graphRoot: string;
}

/** How a control signs in, and where it begins. */
export type OneDriveControlOptions = PlaceOptions & SignInWay;

/** Everything a OneDrive on a page can do, without its look. */
export interface OneDriveControl {
  readonly connection: ReadableStore<Connection>;
  /** All who are signed in here; `connect({ account })` switches to one of them. */
  readonly accounts: Auth['accounts'];
  /** `host`: the page signs the user in, and out. */
  readonly signInOwner: SignInOwner;
  /** Whether signing in can also happen within this very window, or why not. */
  readonly redirect: RedirectWay;
  /** The addresses and ids that it works with: for explanations and self-tests. */
  readonly setUp: SetUp;
  /** What it asks Microsoft for; nothing where the page signs in. */
  readonly scopes?: Auth['scopes'];
  /** What there is to know about whoever is connected. @throws TypeError where its code can't be fetched */
  readonly loadAccountFacts: () => Promise<AccountFacts>;
  /** Asks nobody about `uploadsAtStake()`: what is still being uploaded ends as soon as somebody else is connected. */
  readonly connect: Auth['connect'];
  readonly cancelConnect: Auth['cancelConnect'];
  /** Asks nobody about `uploadsAtStake()`: what is still being uploaded ends. */
  readonly disconnect: Auth['disconnect'];
  readonly uploadsAtStake: Unfinished['uploadsAtStake'];
  readonly permission: PermissionGate['request'];
  readonly grantPermission: PermissionGate['grant'];
  readonly declinePermission: PermissionGate['decline'];
  /** What was begun before this page went to Microsoft and came back. */
  readonly resumption: Unfinished['resumption'];
  readonly resume: Unfinished['resume'];
  readonly discard: Unfinished['discard'];
  readonly followSaving: Unfinished['followSaving'];
  readonly online: ReadableStore<boolean>;
  /** What happened, for those who operate the page: events, and how often (docs/telemetry.md). */
  readonly telemetry: ControlTelemetry;
  /** What there is to know of one item at a time. Dispose of it. @throws TypeError where its code can't be fetched */
  readonly loadDetails: () => Promise<Details>;
  /** The open folder; of two side by side the one in hand. */
  readonly folder: FolderBrowser;
  readonly panes: Panes;
  readonly picker: Picker;
  /** Another look at the drive, for a dialog: dispose of it. */
  browse(): FolderBrowser;
  /** Everywhere one can go; absent where nobody may leave the root. */
  readonly loadPlaces: (() => Promise<Places>) | undefined;
  readonly commands: DriveCommands;
  /**
   * From now on, until the function that it returns is called, the open folder follows what others change: call it
   * while the folder is seen. `tell` hears how much of it.
   */
  watch(tell: (count: ChangeCount) => void): () => void;
  /**
   * Begins to list a folder that somebody seems about to open, while `watch` runs. The function that it returns says
   * that they have gone on.
   */
  readAhead(target: ItemReference): () => void;
  /** Changes of many items, with what became of each, and the way back. */
  readonly operations: Operations;
  /** What was done last, by whatever way; not what others do. */
  readonly lastChange: ReadableStore<ChangeMade | undefined>;
  /** Links, invitations and permissions, item by item. @throws TypeError where its code can't be fetched */
  readonly loadSharing: () => Promise<Sharing>;
  /**
   * Finds an item, by the names from the root on or by reference, and where it lies.
   * @throws OneDriveError `not-found` also for what lies outside of the root
   */
  locate(target: ItemReference | readonly string[], signal?: AbortSignal): Promise<LocatedItem>;
  readonly transfers: TransferQueue;
  /** What looking into files asks for. @throws OneDriveError `offline` where its code can't be fetched */
  readonly loadPreviews: () => Promise<Previews>;
  /** Ends listings, transfers, timers and listeners; a command that waits for a permission is declined. */
  dispose(): void;
}

/**
 * Wires the layers together.
 *
 * @throws OneDriveError `configuration-invalid` for sign-in settings that can't be right; serviceCode names the setting
 * @example
 * // Signing in by the control itself, or with the page's own tokens:
 * const redirectUri = new URL('/oauth2callback.html', location.origin).href;
 * const control = createOneDriveControl({ signIn: { clientId, redirectUri } });
 * const other = createOneDriveControl({ getAccessToken: ({ scopes }) => portal.tokenFor(scopes) });
 * control.folder.state.subscribe(() => console.table(control.folder.state.get().rows));
 */
export function createOneDriveControl(options: OneDriveControlOptions): OneDriveControl {
  const { rootPath = [], start = [], opensFolder = true } = options;
  const share = sharePage(options.environment);
  const { environment, gate } = share;
  const { auth: signIn, graphRoot, disposeAuth } = resolveSignIn(options, share);
  const telemetry = createTelemetry(environment, options.onTelemetry);
  const auth = watchAuth(signIn, telemetry.report, environment);
  const reach = createReach();
  const graph = createGraph({
    root: graphRoot,
    accessTokens: auth,
    environment,
    gate,
    report: telemetry.report,
    reach,
  });
  const permission = createPermissionGate(auth);
  const deleted = createStore<readonly DriveItem[]>([]);
  const requests = createRequests({
    graph,
    reach,
    permission,
    rootPath,
    isConsented: auth.owner === 'control',
    deleted,
  });
  const waiting = new Set<DriveAct>();
  const authorizeWrite = async (act: DriveAct, signal?: AbortSignal) => {
    waiting.add(act);
    await permission
      .require(reach.accessTo(driveOf(act), 'write'), act.kind, signal)
      .finally(() => waiting.delete(act));
  };
  const lastChange = createStore<ChangeMade | undefined>(undefined);
  const tell = lastChange.set;
  const commands = createDriveCommands({ graph, requests, authorizeWrite, tell });
  const usual = () => ({ ...DEFAULT_ARRANGEMENT, ...options.firstView?.() });
  const source = createListingSource(requests);
  const { children } = source;
  const { folder, panes } = createPanes(() =>
    createFolderBrowser({ requests: { ...requests, children }, commands, environment, usual }),
  );
  const picker = createPicker({ folder, requests });
  const ports = createTransferPorts({ graph, requests, permission, commands, folder, reach });
  const accountId = () => namedAccountId(auth.connection);
  const journal = { clientId: auth.registration?.clientId ?? '', accountId };
  const transfers = createLaterQueue({ ports, environment, gate, journal });
  const operations = createLaterOperations(environment, deleted, async (given) => {
    const { startOperations } = await import('./later-work');
    const { scopes } = auth;
    const calls = { graph, requests, folder, shown: () => panes.shown(), transfers, environment };
    return startOperations({ ...calls, authorizeWrite, permission, scopes, deleted, tell, ...given });
  });
  const scopeOf = (account: string) => JSON.stringify([journal.clientId, graphRoot, rootPath, account]);
  const keepsFor = () => {
    const account = accountId();
    return account === undefined || options.forgetListings ? undefined : scopeOf(account);
  };
  const loadSharing = createLaterSharing(async () =>
    (await import('./start-sharing')).startSharing({ graph, requests, folder, tell, permission, auth }),
  );
  const online = followOnline(environment);
  const unfinished = followLeaving(auth, { share, commands, requests, folder, transfers, waiting });
  const ends = [
    environment.rememberForbidden(),
    online.end,
    unfinished.end,
    followOwner(auth.connection, reach),
    telemetry.follow({ auth, transfers }),
    followUploads(transfers, folder, panes, environment, tell),
    onceListed(folder, transfers.load),
    onceListed(folder, operations.load),
    followAccount(auth.connection, {
      folder,
      picker,
      transfers,
      operations,
      permission,
      start: () => unfinished.place(typeof start === 'function' ? start() : start),
      opensFolder,
    }),
  ];
  return {
    connection: auth.connection,
    accounts: auth.accounts,
    signInOwner: auth.owner,
    redirect: auth.leaving ? (auth.leaving.obstacle ?? 'possible') : 'setting',
    setUp: { ...auth.registration, graphRoot },
    scopes: auth.scopes,
    loadAccountFacts: async () =>
      (await import('./account-facts')).createAccountFacts({ graph, graphRoot, auth }),
    loadDetails: async () => (await import('./later-work')).createDetails({ graph, environment, requests }),
    connect: (connectOptions) => auth.connect(connectOptions),
    cancelConnect: () => auth.cancelConnect(),
    disconnect: (disconnectOptions) => auth.disconnect(disconnectOptions),
    uploadsAtStake: () => unfinished.uploadsAtStake(),
    permission: permission.request,
    grantPermission: (grantOptions) => permission.grant(grantOptions),
    declinePermission: () => permission.decline(),
    resumption: unfinished.resumption,
    resume: () => unfinished.resume(),
    discard: () => unfinished.discard(),
    followSaving: (port) => unfinished.followSaving(port),
    online: online.store,
    telemetry,
    folder,
    panes,
    picker,
    browse: () => createFolderBrowser({ requests, commands, environment }),
    loadPlaces: loadPlaces({ connection: auth.connection, requests, folder }),
    commands,
    watch: (tell) => {
      const { connection } = auth;
      const parts = {
        graph,
        graphRoot,
        connection,
        requests,
        folder,
        panes,
        operations,
        transfers,
        environment,
        gate,
        deleted,
      };
      return watchChanges({ ...parts, source, keepsFor, tell });
    },
    readAhead: (target) => source.readAhead(target),
    operations,
    lastChange,
    loadSharing,
    locate: (target, signal) => locateItem(requests, target, signal),
    transfers,
    loadPreviews: async () =>
      (await loadCode(import('./previews'))).createPreviews({ graph, ports, environment, gate }),
    dispose: () => {
      for (const end of ends) end();
      permission.decline();
      operations.clear();
      transfers.dispose();
      picker.dispose();
      folder.dispose();
      disposeAuth?.();
    },
  };
}

interface PlaceParts {
  readonly connection: Auth['connection'];
  readonly requests: DriveRequests;
  readonly folder: FolderBrowser;
}

function loadPlaces(parts: PlaceParts): OneDriveControl['loadPlaces'] {
  const { elsewhere } = parts.requests;
  return (
    elsewhere &&
    (async () => {
      const [{ createPlaces }, calls] = await Promise.all([import('./create-places'), elsewhere()]);
      return createPlaces({ ...parts, elsewhere: calls });
    })
  );
}

function followOnline({ online }: Environment): { store: ReadableStore<boolean>; end: () => void } {
  const store = createStore(online.get());
  return { store, end: online.subscribe(() => store.set(online.get())) };
}
