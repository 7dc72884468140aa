import {
  childPath,
  itemPath,
  pages,
  parseDriveItem,
  relativePath,
  type DriveItem,
  type Graph,
  type ItemReference,
  type Reach,
} from '../graph';
import { OneDriveError, toOneDriveError } from '../lib';
import type { ElsewhereRequests } from './elsewhere/elsewhere-requests';

/** What a row shows and a command needs; no download addresses, which are fetched when they are used. */
const FIELDS =
  'id,name,size,eTag,cTag,createdDateTime,lastModifiedDateTime,createdBy,lastModifiedBy,webUrl,parentReference,file,folder,package,remoteItem,shared,root,publication';
/** By which a transfer knows a file for its own. */
const CHILD_FIELDS = `${FIELDS},fileSystemInfo`;
/** 200 is Graph's own page: the first rows come soonest. */
const PAGE_SIZE = '200';

/** The few Graph calls that the drive model is made of. */
export interface DriveRequests {
  /** @throws OneDriveError `no-drive` where the account has none */
  root(signal?: AbortSignal): Promise<DriveItem>;
  item(reference: ItemReference, signal?: AbortSignal): Promise<DriveItem>;
  /** A child by its name, or `undefined`. */
  child(
    parent: ItemReference,
    name: string,
    signal?: AbortSignal,
    options?: { readonly together?: boolean },
  ): Promise<DriveItem | undefined>;
  /** The item with its pictures; several that are asked for at once go in one request. */
  pictures(item: ItemReference, signal?: AbortSignal): Promise<DriveItem>;
  children(folder: ItemReference, signal?: AbortSignal): AsyncIterable<readonly DriveItem[]>;
  /** What lies outside of the user's drive; absent where nobody may go there. Its code comes when it is asked for. */
  readonly elsewhere?: (() => Promise<ElsewhereRequests>) | undefined;
}

/** How other drives than the user's own are reached. */
export interface DriveReach extends Pick<Reach, 'learnOwn'> {
  /** Resolves when the drive may be read, perhaps after asking the user. */
  readonly enter: (driveId: string, signal?: AbortSignal) => Promise<void>;
}

/** Drives are not told apart: any token does for all of them. */
const EVERYWHERE: DriveReach = { learnOwn: () => undefined, enter: async () => undefined };

/**
 * @param isConsented the token is known to have the rights to files, so that an account which is refused its own drive
 *   has no licence for one. A token of the page's may lack those rights.
 */
export function createDriveRequests(
  graph: Graph,
  rootPath: readonly string[] = [],
  isConsented = false,
  reach: DriveReach = EVERYWHERE,
): DriveRequests {
  const start = relativePath(rootPath);
  const get = (path: string, signal?: AbortSignal, fields = FIELDS, options: { together?: boolean } = {}) =>
    graph.get({ path, query: { $select: fields }, access: 'read', signal, ...options }, parseDriveItem);
  return {
    root: async (signal) => {
      try {
        const root = await get(`/me/drive/root${start}`, signal);
        reach.learnOwn(root.driveId);
        return root;
      } catch (cause) {
        const error = toOneDriveError(cause);
        const { code, status, serviceCode, requestId } = error;
        const isMissing = code === 'not-found' && start === '';
        if (!isMissing && !(code === 'access-denied' && isConsented)) throw error;
        reach.learnOwn(undefined);
        throw new OneDriveError('no-drive', { status, serviceCode, requestId, cause });
      }
    },
    item: async (reference, signal) => {
      await reach.enter(reference.driveId, signal);
      return get(itemPath(reference), signal);
    },
    child: async (parent, name, signal, options) => {
      await reach.enter(parent.driveId, signal);
      try {
        return await get(childPath(parent, name), signal, CHILD_FIELDS, options);
      } catch (cause) {
        if (toOneDriveError(cause).code === 'not-found') return undefined;
        throw cause;
      }
    },
    pictures: (item, signal) =>
      graph.get(
        {
          path: itemPath(item),
          query: { $select: FIELDS, $expand: 'thumbnails' },
          access: 'read',
          signal,
          together: true,
        },
        parseDriveItem,
      ),
    async *children(folder, signal) {
      await reach.enter(folder.driveId, signal);
      yield* pages(
        graph,
        {
          path: `${itemPath(folder)}/children`,
          query: { $select: FIELDS, $expand: 'thumbnails', $top: PAGE_SIZE },
          // Without it the service keeps shortcuts to folders of others to itself (since March 2025).
          headers: { Prefer: 'Include-Feature=AddToOneDrive' },
          access: 'read',
          signal,
        },
        parseDriveItem,
      );
    },
  };
}
