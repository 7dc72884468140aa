import type { DemoUser } from '../../caller';
import type { DriveRef, ItemAddress, ItemStart, OwnerRef } from './address';
import type { Drive } from '../model/drive';
import { accessDenied, GraphError, invalidRequest, itemNotFound } from '../protocol/graph-error';
import { driveKey } from '../model/ids';
import type { FolderItem, Item } from '../model/model';
import { isWithin } from '../model/names';
import { findSpecial } from '../model/special-folders';
import { findSite } from '../sites/find-site';
import type { World } from '../world';

/** Where an address leads: to an item, to one in the bin, or to names that do not exist below a folder that does. */
export type Place =
  | { readonly kind: 'found'; readonly item: Item }
  | { readonly kind: 'removed'; readonly item: Item }
  | { readonly kind: 'missing'; readonly folder: FolderItem; readonly names: readonly string[] };

export function driveOf(world: World, user: DemoUser): Drive {
  for (const drive of world.drives.values()) {
    if (drive.owner.kind === 'user' && drive.owner.person.id === user.oid) return drive;
  }
  if (user.oneDrive === 'not licensed') {
    throw accessDenied(
      'You do not have access to create this personal site or you do not have a valid license',
    );
  }
  throw new GraphError(404, 'ResourceNotFound', "User's mysite not found.");
}

/**
 * The drive meant, whether or not the user may see it.
 * @throws GraphError 404 also where it is not one of those it was told to be among.
 */
export function resolveDrive(world: World, user: DemoUser, ref: DriveRef): Drive {
  if (ref.by !== 'id') return drivesOf(world, user, ref)[0];
  const among = ref.of && drivesOf(world, user, ref.of);
  const drive = world.drives.get(driveKey(ref.id));
  if (drive === undefined || among?.includes(drive) === false) throw itemNotFound();
  return drive;
}

function drivesOf(world: World, user: DemoUser, ref: OwnerRef): readonly [Drive, ...Drive[]] {
  switch (ref.by) {
    case 'me':
      return [driveOf(world, user)];
    case 'user': {
      const asked = ref.user.toLowerCase();
      const owner = world.ports
        .users()
        .find(({ oid, upn }) => oid.toLowerCase() === asked || upn.toLowerCase() === asked);
      if (owner !== undefined) return [driveOf(world, owner)];
      throw new GraphError(404, 'Request_ResourceNotFound', 'The user does not exist.');
    }
    case 'group':
      return findSite(world, user, { by: 'group', group: ref.group }).drives;
    case 'site':
      return findSite(world, user, ref.site).drives;
  }
}

/** `root` is where addresses start: the drive's own root, or what was shared. */
export function resolvePlace(drive: Drive, { start, path }: ItemAddress, root: Item = drive.root): Place {
  const removed = start.by === 'id' && path.length === 0 ? drive.bin.get(start.id) : undefined;
  if (removed !== undefined && isWithin(removed, root)) return { kind: 'removed', item: removed };
  let item = startOf(drive, start, root);
  for (const [depth, name] of path.entries()) {
    if (item.kind !== 'folder') throw itemNotFound();
    const child = item.children.get(name);
    if (child === undefined) return { kind: 'missing', folder: item, names: path.slice(depth) };
    item = child;
  }
  return { kind: 'found', item };
}

export function foundItem(place: Place): Item {
  if (place.kind !== 'found') throw itemNotFound();
  return place.item;
}

export function foundFolder(place: Place): FolderItem {
  const item = foundItem(place);
  if (item.kind === 'folder') return item;
  throw invalidRequest('The item is not a folder.');
}

function startOf(drive: Drive, start: ItemStart, root: Item): Item {
  switch (start.by) {
    case 'root':
      return root;
    case 'id': {
      const item = drive.items.get(start.id);
      if (item === undefined || !isWithin(item, root)) throw itemNotFound();
      return item;
    }
    case 'special': {
      const folder = findSpecial(drive, start.name.toLowerCase());
      if (folder === undefined) throw itemNotFound();
      return folder;
    }
  }
}
