import type { RemoteItem } from '../model/model';
import type { World } from '../world';

type Json = Record<string, unknown>;

/** What is told of an item where another points to it; the first of them outside `remoteItem` as well. */
export const OUTSIDE = [
  'id',
  'name',
  'size',
  'webUrl',
  'createdBy',
  'createdDateTime',
  'lastModifiedBy',
  'lastModifiedDateTime',
  'fileSystemInfo',
];
const INSIDE = [...OUTSIDE, 'file', 'folder', 'image', 'parentReference', 'shared', 'specialFolder'];

/** The facet of an item that points to another (protocol 1.2). */
export function remoteItemJson(pointedTo: Json): Json {
  return only(pointedTo, INSIDE);
}

/** What a shortcut knows by itself, also when there is nothing behind it any more. */
export function bareRemoteItem(world: World, { target: { driveId, itemId } }: RemoteItem): Json {
  const driveType = world.drives.get(driveId)?.driveType;
  return { id: itemId, folder: { childCount: 0 }, parentReference: { driveType, driveId } };
}

export function only(all: Json, names: readonly string[]): Json {
  return Object.fromEntries(names.filter((name) => all[name] !== undefined).map((name) => [name, all[name]]));
}
