/* oxlint-disable no-await-in-loop -- one step of a way leads to the next */
import {
  parseDriveItem,
  parseNamed,
  type DriveItem,
  type Door,
  type Elsewhere,
  type Graph,
  type ItemReference,
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

/** The folder behind a door. */
export async function enterDoor(graph: Graph, door: Door, signal?: AbortSignal): Promise<ItemReference> {
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
  const folders: PathFolder[] = isFolder(item) ? [toPathFolder(item)] : [];
  const alone = { kind: 'item', driveId: item.driveId, itemId: item.id } as const;
  let top: DriveItem = item;
  while (!top.root && folders.length < DEEPEST) {
    const above = await readAbove(requests, top, signal);
    if (!above) {
      return [part({ kind: 'shared' }), ...(folders.length > 0 ? folders : [part(alone, item.name)])];
    }
    folders.unshift(toPathFolder(above));
    top = above;
  }
  const [root, ...others] = folders;
  if (!root) return [part({ kind: 'shared' })];
  const path = `/drives/${encodeURIComponent(root.driveId)}`;
  const { name } = await graph.get({ path, access: 'read', signal }, parseNamed);
  return [part({ kind: 'sites' }), { ...root, name }, ...others];
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
