import type { Access, PermissionGate } from '../auth';
import {
  isSameItem,
  type DriveCommands,
  type DriveItem,
  type DriveRequests,
  type FolderBrowser,
  type FolderState,
  type ItemReference,
} from '../drive';
import {
  childPath,
  itemPath,
  parseDownloadUrl,
  parseDriveItem,
  parseUploadSession,
  type Graph,
  type Reach,
} from '../graph';
import { formatInstant, loadCode, revealSecretUrl, toOneDriveError } from '../lib';
import type { TransferPorts, UploadTarget } from '../transfer';

interface PortParts {
  readonly graph: Graph;
  readonly requests: DriveRequests;
  readonly permission: Pick<PermissionGate, 'require'>;
  readonly commands: Pick<DriveCommands, 'createFolder'>;
  readonly reach?: Pick<Reach, 'writing' | 'accessTo'>;
  readonly folder: Pick<FolderBrowser, 'apply'> & {
    readonly state: { get(): Pick<FolderState, 'path' | 'listing' | 'items'> };
  };
}

/** The Graph calls of transfers; drive and transfer know nothing of each other. */
export function createTransferPorts(parts: PortParts): TransferPorts {
  const { graph, requests, permission, reach } = parts;
  const loadPreflightPorts = async () =>
    (await loadCode(import('./preflight-ports'))).createPreflightPorts(graph);
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
    createUploadSession: (target, { fileSize, lastModified, conflictBehavior, together, signal }) => {
      const times = lastModified === undefined ? {} : { lastModifiedDateTime: formatInstant(lastModified) };
      const item = { '@microsoft.graph.conflictBehavior': conflictBehavior, fileSize, fileSystemInfo: times };
      return graph.post(
        {
          path: `${childPath(parentOf(target), target.name)}/createUploadSession`,
          body: { item },
          access: 'write',
          signal,
          together,
        },
        parseUploadSession,
      );
    },
    commitUploadSession: (target, uploadUrl, { conflictBehavior, signal }) =>
      graph.put(
        {
          // The colon at its end may stay: rclone sends items' addresses like this, too.
          path: childPath(parentOf(target), target.name),
          body: {
            name: target.name,
            '@microsoft.graph.conflictBehavior': conflictBehavior,
            '@microsoft.graph.sourceUrl': revealSecretUrl(uploadUrl),
          },
          access: 'write',
          signal,
        },
        parseDriveItem,
      ),
    findItem: (target, signal, options) => requests.child(parentOf(target), target.name, signal, options),
    ensureFolder: (parent, name, signal) => ensureFolder(parts, parent, { name, signal }),
    listChildren: async function* (of, signal) {
      for await (const page of requests.children(of, signal)) yield* page;
    },
    listNames: async (...call) => (await loadPreflightPorts()).listNames(...call),
    readDrive: async (...call) => (await loadPreflightPorts()).readDrive(...call),
    knownChildren: (of) => {
      const { path, listing, items } = parts.folder.state.get();
      const open = path.at(-1);
      return open && isSameItem(open, of) && listing.status === 'complete' ? items : undefined;
    },
    getContent: (item, signal) =>
      graph.get(
        {
          path: itemPath(item),
          query: { $select: 'id,name,size,eTag,cTag,file,@microsoft.graph.downloadUrl' },
          access: 'read',
          signal,
        },
        (json) => ({ url: parseDownloadUrl(json), item: parseDriveItem(json) }),
      ),
    copyItem: (item, target, signal) =>
      graph.begin({
        path: `${itemPath(item)}/copy`,
        query: { '@microsoft.graph.conflictBehavior': 'fail' },
        // Old back ends refuse without it.
        headers: { Prefer: 'respond-async' },
        body: { parentReference: { driveId: target.driveId, id: target.parentId }, name: target.name },
        access: 'write',
        signal,
      }),
    authorizeWrite: (signal, reason, driveId) =>
      permission.require(writeAccess(reach, driveId), reason, signal),
    authorizeRead: (signal) => permission.require('read', 'download', signal),
  };
}

function writeAccess(reach: PortParts['reach'], driveId: string | undefined): Access {
  if (!reach) return 'write';
  return driveId === undefined ? reach.writing() : reach.accessTo(driveId, 'write');
}

function parentOf({ driveId, parentId }: UploadTarget): ItemReference {
  return { driveId, id: parentId };
}

/** Makes the folder, and shows it at once where its parent is open; one that is there already will do. */
async function ensureFolder(
  { commands, folder, requests }: PortParts,
  parent: ItemReference,
  { name, signal }: { readonly name: string; readonly signal: AbortSignal },
): Promise<DriveItem> {
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
}
