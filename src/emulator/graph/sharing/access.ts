import { appFolder } from '../address/special-folders';
import type { Place } from '../address/resolve';
import type { Drive } from '../model/drive';
import type { Item, LinkPermission, Party, Permission } from '../model/model';
import { isWithin } from '../model/names';
import { holdingFor } from '../model/permissions';
import type { DriveOwner } from '../model/owner';
import { descendants } from '../model/tree';
import { accessDenied, itemNotFound } from '../protocol/graph-error';
import { elsewhere, hasScope, READ_FILES, WRITE_FILES, type Need } from '../protocol/scopes';
import type { Call, DriveCall, Viewer } from '../world';
import { roleOf, showsItem } from './link-types';

/** Who asks, and when. */
type Asker = Pick<Call, 'world'> & Pick<DriveCall, 'opened'> & { readonly user: Viewer };
/** Who asks by which token, and in which drive. */
type DriveAsker = Asker & Pick<DriveCall, 'caller' | 'drive'>;

const STANDINGS = ['nothing', 'read', 'write', 'own'] as const;
/** What somebody may do with an item; each includes those before it. */
export type Standing = (typeof STANDINGS)[number];

/** What a user may do with an item, be it as one of the drive's owners or because it, or a folder above it, was shared. */
export function standingOf({ user, world, opened }: Asker, { owner }: Drive, item: Item): Standing {
  let best = standingWith(owner, user);
  if (best === 'own') return best;
  const now = world.ports.now();
  for (const at of holdingFor(item)) {
    if (at === opened?.item) best = better(best, opened.gives);
    for (const permission of at.permissions ?? []) best = better(best, givenBy(permission, user, now));
  }
  return best;
}

/** Whether the user may open anything in the drive. */
export function reaches(asker: Asker, drive: Drive): boolean {
  if (standingWith(drive.owner, asker.user) !== 'nothing') return true;
  return [...drive.shared].some((id) => {
    const item = drive.items.get(id);
    return item !== undefined && standingOf(asker, drive, item) !== 'nothing';
  });
}

/** @throws GraphError 403 where a drive is known, but nothing of it is for the caller, or for the token. */
export function requireReach(call: DriveAsker): void {
  if (isOwn(call)) return;
  if (!hasScope(call.caller, elsewhere(READ_FILES)) || !reaches(call, call.drive)) throw accessDenied();
}

/**
 * What is not shared with the caller is hidden; what is, refuses more than was given.
 * @throws GraphError
 */
export function requireRight(call: DriveAsker, item: Item, right: Need['right']): void {
  const standing = standingOf(call, call.drive, item);
  if (standing === 'nothing') throw itemNotFound();
  if (!isForToken(call, item, right) || (right === 'write' && !mayWrite(standing))) throw accessDenied();
}

/** @throws GraphError 403 where something below, with permissions of its own, is not the caller's to delete. */
export function requireAllBelow(call: DriveAsker, item: Item): void {
  if (standingWith(call.drive.owner, call.user) !== 'nothing') return;
  for (const each of descendants(item)) {
    if (each.withoutInherited && !mayWrite(standingOf(call, call.drive, each))) throw accessDenied();
  }
}

/** Whether the user may see the item, by a token that is good for it. */
export function isReadable(call: DriveAsker, item: Item): boolean {
  return isForToken(call, item, 'read') && standingOf(call, call.drive, item) !== 'nothing';
}

/**
 * Some tokens are good for the user's own drive only, some for their application's own folder in it.
 * What is in a share opens by any of those for files: so its calls are documented (protocol 2.4).
 */
function isForToken(call: DriveAsker, item: Item, right: Need['right']): boolean {
  const need = right === 'write' ? WRITE_FILES : READ_FILES;
  const { caller, opened } = call;
  const isForAll = isOwn(call) || (opened !== undefined && isWithin(item, opened.item));
  if (hasScope(caller, isForAll ? need : elsewhere(need))) return true;
  const folder = isOwn(call) ? appFolder(call) : undefined;
  return folder !== undefined && isWithin(item, folder);
}

/** @throws GraphError unless both the user and the token may do with the place what the route needs. */
export function admit(call: DriveCall, place: Place, need: Need): void {
  if (place.kind !== 'missing') return requireRight(call, place.item, need.right);
  requireRight(call, place.folder, 'read');
  if (need.hidesNew === true && standingOf(call, call.drive, place.folder) === 'read') throw itemNotFound();
  requireRight(call, place.folder, need.right);
}

function isOwn({ drive, user }: DriveAsker): boolean {
  return drive.owner.kind === 'user' && drive.owner.person.id === user.oid;
}

function mayWrite(standing: Standing): boolean {
  return standing === 'write' || standing === 'own';
}

/** What somebody may do in a drive, whatever of it is shared. */
export function standingWith(owner: DriveOwner, { oid }: Viewer): Standing {
  if (owner.kind === 'user') return owner.person.id === oid ? 'own' : 'nothing';
  if (owner.group.owners.includes(oid)) return 'own';
  return owner.group.members.includes(oid) ? 'write' : 'nothing';
}

/** Only owners are told what does not concern them. */
export function owns({ drive, user }: DriveAsker): boolean {
  return standingWith(drive.owner, user) === 'own';
}

/** Whether a permission is one of the user's own. */
export function concerns(permission: Permission, user: Viewer): boolean {
  const parties = permission.kind === 'invited' ? [permission.whom] : permission.people;
  return parties.some((party) => isAmong(party, user));
}

export function isAmong(party: Party, { oid, upn }: Viewer): boolean {
  if (party.kind === 'user') return party.person.email.toLowerCase() === upn.toLowerCase();
  return party.group.owners.includes(oid) || party.group.members.includes(oid);
}

/** Whether something of the item's own opens it to the user. */
export function isSharedWith({ user, world }: Asker, { permissions = [] }: Item): boolean {
  const now = world.ports.now();
  return permissions.some((permission) => givenBy(permission, user, now) !== 'nothing');
}

function givenBy(permission: Permission, user: Viewer, now: number): Standing {
  if (!concerns(permission, user)) return 'nothing';
  if (permission.kind === 'invited') return permission.role;
  return hasEnded(permission, now) || !showsItem(permission.type) ? 'nothing' : roleOf(permission.type);
}

export function hasEnded({ expires }: LinkPermission, now: number): boolean {
  return expires !== undefined && expires <= now;
}

function better(a: Standing, b: Standing): Standing {
  return STANDINGS.indexOf(a) < STANDINGS.indexOf(b) ? b : a;
}
