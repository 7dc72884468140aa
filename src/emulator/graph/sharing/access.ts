import type { DemoUser } from '../../caller';
import type { Place } from '../address/resolve';
import type { Drive } from '../model/drive';
import type { Item, Permission } from '../model/model';
import type { DriveOwner } from '../model/owner';
import { accessDenied, itemNotFound } from '../protocol/graph-error';
import { requireScopeElsewhere, type Need } from '../protocol/scopes';
import type { Call, DriveCall } from '../world';

const STANDINGS = ['nothing', 'read', 'write', 'own'] as const;
/** What somebody may do with an item; each includes those before it. */
export type Standing = (typeof STANDINGS)[number];

/** What a user may do with an item, be it as one of the drive's owners or because it, or a folder above it, was shared. */
export function standingOf(user: DemoUser, { owner }: Drive, item: Item): Standing {
  let best = standingWith(owner, user);
  for (let at: Item | null = item; at !== null && best !== 'own'; at = at.parent) {
    for (const permission of at.permissions ?? []) best = better(best, givenBy(permission, user));
  }
  return best;
}

/** Whether the user may open anything in the drive. */
function reaches(user: DemoUser, drive: Drive): boolean {
  if (standingWith(drive.owner, user) !== 'nothing') return true;
  return [...drive.shared].some((id) => {
    const item = drive.items.get(id);
    return item !== undefined && standingOf(user, drive, item) !== 'nothing';
  });
}

/** @throws GraphError 403 where a drive is known, but nothing of it is for the caller. */
export function requireReach({ user }: Call, drive: Drive): void {
  if (!reaches(user, drive)) throw accessDenied();
}

/**
 * What is not shared with the caller is hidden; what is, refuses more than was given.
 * @throws GraphError
 */
export function requireRight({ user, drive }: DriveCall, item: Item, right: Need['right']): void {
  const standing = standingOf(user, drive, item);
  if (standing === 'nothing') throw itemNotFound();
  if (right === 'write' && standing === 'read') throw accessDenied();
}

/** @throws GraphError unless both the user and the token may do with the place what the route needs. */
export function admit(call: DriveCall, place: Place, need: Need): void {
  if (!isOwn(call)) requireScopeElsewhere(call.caller, need);
  if (place.kind !== 'missing') return requireRight(call, place.item, need.right);
  requireRight(call, place.folder, 'read');
  if (need.hidesNew === true && standingOf(call.user, call.drive, place.folder) === 'read')
    throw itemNotFound();
  requireRight(call, place.folder, need.right);
}

function isOwn({ drive, user }: DriveCall): boolean {
  return drive.owner.kind === 'user' && drive.owner.person.id === user.oid;
}

function standingWith(owner: DriveOwner, { oid }: DemoUser): Standing {
  if (owner.kind === 'user') return owner.person.id === oid ? 'own' : 'nothing';
  if (owner.group.owners.has(oid)) return 'own';
  return owner.group.members.has(oid) ? 'write' : 'nothing';
}

function givenBy(permission: Permission, { oid, upn }: DemoUser): Standing {
  if (permission.kind === 'link') {
    if (!permission.redeemedBy.has(oid)) return 'nothing';
    return permission.type === 'edit' ? 'write' : 'read';
  }
  return permission.person.email.toLowerCase() === upn.toLowerCase() ? permission.role : 'nothing';
}

function better(a: Standing, b: Standing): Standing {
  return STANDINGS.indexOf(a) < STANDINGS.indexOf(b) ? b : a;
}
