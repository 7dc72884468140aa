/* oxlint-disable no-await-in-loop -- one step of a way leads to the next */
import {
  driveKey,
  parseDriveItem,
  parseNamed,
  type Below,
  type DriveItem,
  type Door,
  type Elsewhere,
  type Graph,
  type ItemReference,
  type Search,
} from '../../graph';
import { toOneDriveError } from '../../lib';
import type { DriveRequests } from '../drive-requests';
import type { PathFolder } from '../folder-browser';
import { isFolder } from '../sort';
import { toPathFolder } from '../resolve-path';

/** Deeper than the service lets anybody nest folders (its paths end at 400 letters). */
const DEEPEST = 200;
/** What is not the user's to see ends the way upwards. */
const HIDDEN: readonly string[] = ['access-denied', 'not-found'];

interface WayParts {
  readonly graph: Graph;
  readonly requests: Pick<DriveRequests, 'item'>;
}

/** The way to what stands behind a folder: what was searched for in it, or all that lies below it. */
export async function wayBehind(
  parts: WayParts & { readonly requests: Pick<DriveRequests, 'item' | 'root'> },
  place: Search | Below,
  signal?: AbortSignal,
): Promise<readonly PathFolder[]> {
  const { requests } = parts;
  const root = await requests.root(signal);
  if (place.kind === 'search' && place.within !== 'folder') return [toPathFolder(root), part(place)];
  const folder = { driveId: place.driveId, id: place.itemId };
  if (driveKey(root.driveId) !== driveKey(folder.driveId)) {
    return [...(await wayToItem(parts, folder, signal)), part(place)];
  }
  const { folders } = await climb(requests, await requests.item(folder, signal), signal);
  return [...folders, part(place)];
}

/** The folder behind a door. */
export async function enterDoor(
  graph: Graph,
  door: Exclude<Door, { kind: 'app-folder' }>,
  signal?: AbortSignal,
): Promise<ItemReference> {
  const { driveId, id } =
    door.kind === 'library'
      ? await graph.get(
          { path: `/drives/${encodeURIComponent(door.driveId)}/root`, access: 'read', signal },
          parseDriveItem,
        )
      : await graph.get(
          {
            path: `/teams/${encodeURIComponent(door.teamId)}/channels/${encodeURIComponent(door.channelId)}/filesFolder`,
            access: 'teams',
            signal,
          },
          parseDriveItem,
        );
  return { driveId, id };
}

/** The way to a collection or a door: what it belongs to, and itself with its name. */
export async function pathToElsewhere(
  graph: Graph,
  elsewhere: Elsewhere,
  signal?: AbortSignal,
): Promise<readonly PathFolder[]> {
  const name = async (path: string, access: 'sites' | 'teams' | 'read-all') =>
    (await graph.get({ path, access, signal }, parseNamed)).name;
  switch (elsewhere.kind) {
    case 'site':
      return [
        part({ kind: 'sites' }),
        part(elsewhere, await name(`/sites/${encodeURIComponent(elsewhere.siteId)}`, 'sites')),
      ];
    case 'team':
      return [
        part({ kind: 'teams' }),
        part(elsewhere, await name(`/teams/${encodeURIComponent(elsewhere.teamId)}`, 'teams')),
      ];
    case 'library':
      return [
        part({ kind: 'sites' }),
        part(elsewhere, await name(`/drives/${encodeURIComponent(elsewhere.driveId)}`, 'read-all')),
      ];
    case 'channel':
      return [part({ kind: 'teams' }), part(elsewhere)];
    default:
      return [part(elsewhere)];
  }
}

/**
 * The way to an item of another drive: from the library it lies in, or from the highest folder that is shared. Of a
 * file, to the folder it lies in, or to what is shared where that is the file alone.
 */
export async function wayToItem(
  { graph, requests }: WayParts,
  reference: ItemReference,
  signal?: AbortSignal,
): Promise<readonly PathFolder[]> {
  const item = await requests.item(reference, signal);
  const alone = { kind: 'item', driveId: item.driveId, itemId: item.id } as const;
  const { folders, isWhole } = await climb(requests, item, signal);
  if (!isWhole) {
    return [part({ kind: 'shared' }), ...(folders.length > 0 ? folders : [part(alone, item.name)])];
  }
  const [root, ...others] = folders;
  if (!root) return [part({ kind: 'shared' })];
  const path = `/drives/${encodeURIComponent(root.driveId)}`;
  const { name } = await graph.get({ path, access: 'read', signal }, parseNamed);
  return [part({ kind: 'sites' }), { ...root, name }, ...others];
}

/** The folders from the highest one that may be seen, the item itself among them where it is one. */
export async function climb(
  requests: WayParts['requests'],
  item: DriveItem,
  signal?: AbortSignal,
): Promise<{ readonly folders: readonly PathFolder[]; readonly isWhole: boolean }> {
  const folders: PathFolder[] = isFolder(item) ? [toPathFolder(item)] : [];
  let top = item;
  while (!top.root && folders.length < DEEPEST) {
    const above = await readAbove(requests, top, signal);
    if (!above) return { folders, isWhole: false };
    folders.unshift(toPathFolder(above));
    top = above;
  }
  return { folders, isWhole: true };
}

async function readAbove(
  requests: WayParts['requests'],
  { driveId, parentReference }: DriveItem,
  signal?: AbortSignal,
): Promise<DriveItem | undefined> {
  if (!parentReference.id) return undefined;
  try {
    return await requests.item(
      { driveId: parentReference.driveId ?? driveId, id: parentReference.id },
      signal,
    );
  } catch (cause) {
    if (HIDDEN.includes(toOneDriveError(cause).code)) return undefined;
    throw cause;
  }
}

function part(elsewhere: Elsewhere, name = ''): PathFolder {
  return { driveId: '', id: '', name, elsewhere };
}
