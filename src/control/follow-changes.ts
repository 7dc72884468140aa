import type { Auth } from '../auth';
import {
  changeDeleted,
  createDriveFeed,
  createKeptListings,
  createReadAhead,
  createReadChanges,
  followDrive,
  isSameDrive,
  keepListings,
  wipeKeptListings,
  itemKey,
  summarizeOperation,
  type ChangeCount,
  type DriveFeed,
  type DriveItem,
  type DriveRequests,
  type FolderBrowser,
  type ItemReference,
  type KeptListings,
  type Operations,
  type Panes,
  type ReadAhead,
} from '../drive';
import type { Graph } from '../graph';
import type { Environment, Store, ThrottleGate } from '../lib';
import type { TransferQueue } from '../transfer';
import type { ListingSource } from './listing-source';

export interface FollowParts {
  readonly graph: Graph;
  readonly connection: Auth['connection'];
  readonly requests: DriveRequests;
  readonly folder: FolderBrowser;
  readonly panes: Pick<Panes, 'state'>;
  readonly operations: Pick<Operations, 'all'>;
  readonly transfers: Pick<TransferQueue, 'tasks'>;
  readonly environment: Environment;
  readonly gate: Pick<ThrottleGate, 'opensAt'>;
  readonly graphRoot: string;
  /** Whose files, and which application's; nothing is kept where it is undefined. */
  readonly keepsFor: (() => string | undefined) | undefined;
  readonly source: Pick<ListingSource, 'use'>;
  readonly tell: (count: ChangeCount) => void;
  /** What is known to lie in recycle bins. */
  readonly deleted: Store<readonly DriveItem[]>;
}

/** Of each sign-in, by drive: several controls of a page ask once. */
const feeds = new WeakMap<Auth['connection'], Map<string, DriveFeed>>();

/**
 * The open folder follows what others change, and folders are read ahead, until the function that this returns is
 * called.
 */
export function followChanges(parts: FollowParts): () => void {
  const ends = [followPanes(parts), offerReadAhead(parts), keepForLater(parts)];
  return () => ends.forEach((end) => end());
}

function followPanes(parts: FollowParts): () => void {
  const { state } = parts.panes;
  const followed = new Map<FolderBrowser, () => void>();
  const look = () => {
    const { first, second } = state.get();
    const panes = second ? [first, second] : [first];
    for (const [pane, end] of followed) {
      if (panes.includes(pane)) continue;
      end();
      followed.delete(pane);
    }
    for (const pane of panes) {
      if (!followed.has(pane)) followed.set(pane, followOthers({ ...parts, folder: pane }));
    }
  };
  look();
  const endPanes = state.subscribe(look);
  return () => {
    endPanes();
    for (const end of followed.values()) end();
  };
}

function followOthers(parts: FollowParts): () => void {
  const { folder, requests, operations, tell, deleted } = parts;
  const isWriting = () => operations.all.get().some((operation) => summarizeOperation(operation).isRunning);
  return followDrive({
    folder,
    requests,
    tell,
    tellDeleted: (items) => deleted.update((known) => changeDeleted(known, items)),
    feedOf: (driveId) => feedOf(parts, driveId),
    writing: { get: isWriting, subscribe: (listener) => operations.all.subscribe(listener) },
  });
}

function feedOf({ connection, graph, environment }: FollowParts, driveId: string): DriveFeed {
  const known = feeds.get(connection) ?? new Map<string, DriveFeed>();
  feeds.set(connection, known);
  const key = itemKey({ driveId, id: '' });
  const feed =
    known.get(key) ?? createDriveFeed({ readChanges: createReadChanges(graph, driveId), environment });
  known.set(key, feed);
  return feed;
}

function offerReadAhead(parts: FollowParts): () => void {
  const { requests, environment, source, operations, transfers } = parts;
  const ahead: ReadAhead = createReadAhead(requests, environment);
  source.use({
    ...ahead,
    begin: (folder) => (isWorthReading(parts, folder) ? ahead.begin(folder) : () => {}),
  });
  // What this control changes may lie in a folder that was read before.
  const drop = () => ahead.drop();
  const ends = [operations.all.subscribe(drop), transfers.tasks.subscribe(drop)];
  return () => {
    for (const end of ends) end();
    source.use(undefined);
    ahead.drop();
  };
}

/** Only in the drive that is open: another one may want a right that nobody has asked for. */
function isWorthReading(
  { folder, environment, gate, graphRoot }: FollowParts,
  target: ItemReference,
): boolean {
  const open = folder.state.get().path.at(-1);
  return (
    open !== undefined &&
    isSameDrive(open, target) &&
    environment.online.get() &&
    !environment.sparesBytes() &&
    gate.opensAt(new URL(graphRoot).host) === undefined
  );
}

function keepForLater({ environment, connection, folder, keepsFor }: FollowParts): () => void {
  if (!keepsFor) return () => {};
  const known = new Map<string, KeptListings>();
  const listings = () => {
    const scope = keepsFor();
    if (scope === undefined) return undefined;
    const made = known.get(scope) ?? createKeptListings(environment, scope);
    known.set(scope, made);
    return made;
  };
  const end = keepListings({ folder, environment, listings });
  let before = keepsFor();
  const endAccount = connection.subscribe(() => {
    const { state } = connection.get();
    if (state === 'starting' || state === 'connecting') return;
    const now = keepsFor();
    // Nothing stays of who disconnects, or makes room for somebody else.
    if (before !== undefined && now !== before) wipeKeptListings(environment).catch(() => undefined);
    before = now;
  });
  return () => {
    end();
    endAccount();
  };
}
