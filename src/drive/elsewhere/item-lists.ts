import {
  driveKey,
  firstPages,
  parseDriveItem,
  parsePointedItem,
  parseSearchHits,
  type DriveItem,
  type Graph,
} from '../../graph';
import { toOneDriveError } from '../../lib';
import type { CollectionNote } from '../folder-browser';

/** What lists of items from anywhere are made of. */
export interface ItemLists {
  readonly graph: Graph;
  /** The top of the user's own drive. */
  readonly root: (signal?: AbortSignal) => Promise<DriveItem>;
  /** What Microsoft has ended is asked for once, not at every visit. */
  readonly ended: Set<'recent' | 'sharedWithMe'>;
}

/** As many as the lists of Microsoft had at most. */
const MOST = '200';

/**
 * The files used last. Microsoft's own list is documented to be empty after November 2026 (drive-recent); then the
 * newest files of the user's own drive stand for it.
 */
export async function listRecent(
  lists: ItemLists,
  tell: (note: CollectionNote) => void,
  signal?: AbortSignal,
): Promise<readonly DriveItem[]> {
  const listed = await askEnded(lists, 'recent', signal);
  if (listed.length > 0) return listed;
  const root = await lists.root(signal);
  tell('recent-from-search');
  const query = { $top: MOST, $orderby: 'lastModifiedDateTime desc' };
  const request = { path: "/me/drive/root/search(q='')", query, access: 'read', signal } as const;
  const { items } = await firstPages(lists.graph, request, parseDriveItem, 1);
  // Hits of work drives do not say in which drive they lie (drive-search): it is the one that was searched.
  return items.filter(({ folder }) => !folder).map((item) => inDrive(item, root.driveId));
}

/** What others gave to the user: the same story. Searching everywhere finds what lies in the drives of people. */
export async function listShared(
  lists: ItemLists,
  tell: (note: CollectionNote) => void,
  signal?: AbortSignal,
): Promise<readonly DriveItem[]> {
  const listed = await askEnded(lists, 'sharedWithMe', signal);
  if (listed.length > 0) return listed;
  const root = await lists.root(signal);
  const people = placeOfPeople(root.webUrl);
  if (!people) {
    tell('shared-ended');
    return [];
  }
  tell('shared-from-search');
  const queryString = `path:"${people.all}" NOT path:"${people.own}"`;
  const sortProperties = [{ name: 'lastModifiedDateTime', isDescending: true }];
  const body = {
    requests: [{ entityTypes: ['driveItem'], query: { queryString }, from: 0, size: 200, sortProperties }],
  };
  const request = { path: '/search/query', body, access: 'read-all', repeat: 'always', signal } as const;
  const { items } = await lists.graph.post(request, parseSearchHits);
  const others = items.filter(
    ({ driveId }) => driveId !== '' && driveKey(driveId) !== driveKey(root.driveId),
  );
  const found = new Set(others.map(({ id }) => id));
  // A shared folder stands for what is in it.
  return others.filter(({ parentReference: { id } }) => id === undefined || !found.has(id));
}

/** What the user has marked, in whosever drive. */
export async function listFavourites(graph: Graph, signal?: AbortSignal): Promise<readonly DriveItem[]> {
  const request = { path: '/me/drive/following', access: 'read', signal } as const;
  const { items } = await firstPages(graph, request, parsePointedItem, 5);
  return items;
}

async function askEnded(
  { graph, ended }: ItemLists,
  name: 'recent' | 'sharedWithMe',
  signal?: AbortSignal,
): Promise<readonly DriveItem[]> {
  if (ended.has(name)) return [];
  const access = name === 'recent' ? 'read' : 'read-all';
  const request = { path: `/me/drive/${name}`, access, signal } as const;
  try {
    const { items } = await firstPages(graph, request, parsePointedItem, 1);
    if (items.length === 0) ended.add(name);
    return items.filter(({ driveId }) => driveId !== '');
  } catch (cause) {
    // Gone, or refused as a thing of the past: not a failure of the user's.
    if (!['not-found', 'invalid-request'].includes(toOneDriveError(cause).code)) throw cause;
    ended.add(name);
    return [];
  }
}

function inDrive(item: DriveItem, driveId: string): DriveItem {
  return item.driveId ? item : { ...item, driveId };
}

/** Where all people of an organisation have their drives: `…/personal`, of which one's own is a part. */
function placeOfPeople(ownAddress = ''): { readonly all: string; readonly own: string } | undefined {
  const [own = '', all] = /^(https?:\/\/[^/]+\/personal)\/[^/]+/.exec(ownAddress) ?? [];
  return all === undefined ? undefined : { all, own };
}
