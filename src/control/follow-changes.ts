import type { Auth } from '../auth';
import {
  createDriveFeed,
  createReadChanges,
  followDrive,
  itemKey,
  summarizeOperation,
  type ChangeCount,
  type DriveFeed,
  type DriveRequests,
  type FolderBrowser,
  type Operations,
} from '../drive';
import type { Graph } from '../graph';
import type { Environment } from '../lib';

export interface FollowParts {
  readonly graph: Graph;
  readonly connection: Auth['connection'];
  readonly requests: DriveRequests;
  readonly folder: FolderBrowser;
  readonly operations: Pick<Operations, 'all'>;
  readonly environment: Environment;
  readonly tell: (count: ChangeCount) => void;
}

/** Of each sign-in, by drive: several controls of a page ask once. */
const feeds = new WeakMap<Auth['connection'], Map<string, DriveFeed>>();

/** The open folder follows what others change, until the function that this returns is called. */
export function followChanges(parts: FollowParts): () => void {
  const { folder, requests, operations, tell } = parts;
  const isWriting = () => operations.all.get().some((operation) => summarizeOperation(operation).isRunning);
  return followDrive({
    folder,
    requests,
    tell,
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
