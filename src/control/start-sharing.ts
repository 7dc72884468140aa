import type { Auth, PermissionGate } from '../auth';
import {
  createSharing,
  type ChangeMade,
  type DriveItem,
  type DriveRequests,
  type FolderBrowser,
  type Sharing,
} from '../drive';
import type { Graph } from '../graph';
import { namedAccountId } from './named-account';

interface SharingParts {
  readonly graph: Graph;
  readonly requests: DriveRequests;
  readonly folder: Pick<FolderBrowser, 'apply'>;
  readonly tell: (change: ChangeMade) => void;
  readonly permission: PermissionGate;
  readonly auth: Pick<Auth, 'connection' | 'scopes'>;
}

/** What suggestions from people one works with take; it is used where the page asks for it, and never asked for here. */
const SUGGESTS = 'people.read';

/** The sharing of a control. */
export function startSharing({ graph, requests, folder, tell, permission, auth }: SharingParts): Sharing {
  const { connection, scopes } = auth;
  const granted = [...(scopes?.read ?? []), ...(scopes?.write ?? [])];
  return createSharing({
    graph,
    requests,
    tellShared: (item) => void showShared({ requests, folder, tell }, item),
    authorizeWrite: (signal) => permission.require('write', 'share', signal),
    people: granted.some((scope) => scope.toLowerCase().endsWith(SUGGESTS)) ? 'people' : 'known',
    accountId: () => namedAccountId(connection),
  });
}

/** Only the service knows for whom it is now. */
async function showShared(
  { requests, folder, tell }: Pick<SharingParts, 'requests' | 'folder' | 'tell'>,
  item: DriveItem,
): Promise<void> {
  const now = await requests.item(item).catch(() => item);
  folder.apply({ changed: [now] });
  tell({ kind: 'share', items: [now] });
}
