import { createPermissionGate, type Auth, type Connection, type PermissionGate } from './auth';
import {
  createDriveCommands,
  createDriveRequests,
  createFolderBrowser,
  type DriveCommands,
  type DriveRequests,
  type FolderBrowser,
} from './drive';
import {
  childPath,
  createGraph,
  itemPath,
  parseDownloadUrl,
  parseDriveItem,
  parseUploadSession,
  type Graph,
} from './graph';
import {
  createBrowserEnvironment,
  createStore,
  createThrottleGate,
  formatInstant,
  toOneDriveError,
  type Environment,
  type ReadableStore,
} from './lib';
import { createTransferQueue, type TransferPorts, type TransferQueue } from './transfer';

export { createBrowserEnvironment, type Environment } from './lib';

export interface OneDriveControlOptions {
  readonly auth: Auth;
  /** For example `https://graph.microsoft.com/v1.0`. */
  readonly graphRoot: string;
  readonly environment?: Environment;
  /** Names of the folders from the drive's root to the one that users cannot leave. */
  readonly rootPath?: readonly string[];
  /** Names of the folders to start in, from that root on. */
  readonly startPath?: readonly string[];
}

/** Everything a OneDrive on a page can do, without its look. */
export interface OneDriveControl {
  readonly connection: ReadableStore<Connection>;
  readonly connect: Auth['connect'];
  readonly cancelConnect: Auth['cancelConnect'];
  readonly disconnect: Auth['disconnect'];
  readonly permission: PermissionGate['request'];
  readonly grantPermission: PermissionGate['grant'];
  readonly declinePermission: PermissionGate['decline'];
  readonly online: ReadableStore<boolean>;
  readonly folder: FolderBrowser;
  readonly commands: DriveCommands;
  readonly transfers: TransferQueue;
  /** Ends every request, timer and listener. */
  dispose(): void;
}

/**
 * Wires the layers together.
 *
 * @example
 * const control = createOneDriveControl({ auth, graphRoot: 'https://graph.microsoft.com/v1.0' });
 * control.folder.state.subscribe(() => console.table(control.folder.state.get().rows));
 */
export function createOneDriveControl(options: OneDriveControlOptions): OneDriveControl {
  const {
    auth,
    graphRoot,
    environment = createBrowserEnvironment(),
    rootPath = [],
    startPath = [],
  } = options;
  const gate = createThrottleGate(environment);
  const graph = createGraph({ root: graphRoot, accessTokens: auth, environment, gate });
  const requests = createDriveRequests(graph, rootPath);
  const permission = createPermissionGate(auth);
  const folder = createFolderBrowser({ requests, environment });
  const commands = createDriveCommands({
    graph,
    requests,
    authorizeWrite: (reason, signal) => permission.require('write', reason, signal),
  });
  const ports = createTransferPorts({ graph, requests, permission, commands, folder });
  const transfers = createTransferQueue({ ports, environment, gate });
  const online = followOnline(environment);
  const ends = [
    online.end,
    transfers.onUploaded((item) => folder.apply({ changed: [item] })),
    followAccount(auth.connection, { folder, transfers, startPath }),
  ];
  return {
    connection: auth.connection,
    connect: auth.connect,
    cancelConnect: auth.cancelConnect,
    disconnect: auth.disconnect,
    permission: permission.request,
    grantPermission: permission.grant,
    declinePermission: permission.decline,
    online: online.store,
    folder,
    commands,
    transfers,
    dispose: () => {
      for (const end of ends) end();
      transfers.dispose();
      folder.dispose();
    },
  };
}

function followOnline({ online }: Environment): { store: ReadableStore<boolean>; end: () => void } {
  const store = createStore(online.get());
  return { store, end: online.subscribe(() => store.set(online.get())) };
}

interface AccountFollowers {
  readonly folder: FolderBrowser;
  readonly transfers: TransferQueue;
  readonly startPath: readonly string[];
}

/** Another account: its drive from the start. Signed out: nothing of the old one stays. Back again: go on. */
function followAccount(
  connection: ReadableStore<Connection>,
  { folder, transfers, startPath }: AccountFollowers,
): () => void {
  let accountId: string | undefined;
  let expired = false;
  const follow = () => {
    const now = connection.get();
    if (now.state === 'signed-out') {
      accountId = undefined;
      transfers.cancelAll();
      transfers.clearFinished();
      folder.dispose();
    }
    if (now.state === 'connected') {
      if (now.account.id !== accountId) {
        if (accountId !== undefined) transfers.cancelAll();
        folder.dispose();
        void folder.openPath(startPath);
      } else if (expired) {
        folder.refresh();
      }
      accountId = now.account.id;
    }
    if (now.state !== 'connecting') expired = now.state === 'expired';
  };
  follow();
  return connection.subscribe(follow);
}

interface PortParts {
  readonly graph: Graph;
  readonly requests: DriveRequests;
  readonly permission: PermissionGate;
  readonly commands: DriveCommands;
  readonly folder: FolderBrowser;
}

/** The Graph calls of transfers; drive and transfer know nothing of each other. */
function createTransferPorts({ graph, requests, permission, commands, folder }: PortParts): TransferPorts {
  const parentOf = ({ driveId, parentId }: { driveId: string; parentId: string }) => ({
    driveId,
    id: parentId,
  });
  return {
    putContent: (target, body, { conflictBehavior, signal }) =>
      graph.putContent(
        {
          path: `${childPath(parentOf(target), target.name)}/content`,
          query: { '@microsoft.graph.conflictBehavior': conflictBehavior },
          access: 'write',
          body,
          signal,
        },
        parseDriveItem,
      ),
    createUploadSession: (target, { fileSize, lastModified, conflictBehavior, signal }) => {
      const times = lastModified === undefined ? {} : { lastModifiedDateTime: formatInstant(lastModified) };
      const item = { '@microsoft.graph.conflictBehavior': conflictBehavior, fileSize, fileSystemInfo: times };
      return graph.post(
        {
          path: `${childPath(parentOf(target), target.name)}/createUploadSession`,
          body: { item },
          access: 'write',
          signal,
        },
        parseUploadSession,
      );
    },
    findItem: (target, signal) => requests.child(parentOf(target), target.name, signal),
    ensureFolder: async (parent, name, signal) => {
      try {
        const made = await commands.createFolder(parent, name, signal);
        folder.apply({ changed: [made] });
        return made;
      } catch (cause) {
        const taken = toOneDriveError(cause).code === 'name-conflict';
        const existing = taken ? await requests.child(parent, name, signal) : undefined;
        if (existing?.folder) return existing;
        throw cause;
      }
    },
    listChildren: async function* (of, signal) {
      for await (const page of requests.children(of, signal)) yield* page;
    },
    getDownloadUrl: (item, signal) =>
      graph.get(
        {
          path: itemPath(item),
          query: { $select: 'id,@microsoft.graph.downloadUrl' },
          access: 'read',
          signal,
        },
        parseDownloadUrl,
      ),
    authorizeWrite: (signal) => permission.require('write', 'upload', signal),
  };
}
