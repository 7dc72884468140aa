import type { Drive } from './drive';
import type { Item, LinkScope, Permission } from './model';

/** A permission of the item itself, or of the folder above that gives it. */
export interface Held {
  readonly permission: Permission;
  readonly from: Item;
}

/** What makes an item a shared one, as it tells of itself. */
interface Shared {
  readonly scope: LinkScope;
  readonly at: number;
}

const WIDEST_FIRST: readonly LinkScope[] = ['anonymous', 'organization', 'users'];

/** The item and those above it whose permissions hold for it, the nearest first. */
export function* holdingFor(item: Item): Iterable<Item> {
  for (let at: Item | null = item; at !== null; at = at.withoutInherited ? null : at.parent) yield at;
}

/** What an item tells of its permissions: the nearest stands for what a person was given here and above. */
export function permissionsOf(item: Item): Held[] {
  const told = new Map<string, Held>();
  for (const from of holdingFor(item)) {
    for (const permission of from.permissions ?? []) {
      if (!told.has(permission.id)) told.set(permission.id, { permission, from });
    }
  }
  return [...told.values()];
}

export function addPermission(drive: Drive, item: Item, permission: Permission): void {
  item.permissions = [...(item.permissions ?? []), permission];
  drive.shared.add(item.id);
}

export function removePermission(drive: Drive, item: Item, permission: Permission): void {
  const kept = (item.permissions ?? []).filter((each) => each !== permission);
  if (kept.length > 0) {
    item.permissions = kept;
    return;
  }
  delete item.permissions;
  drive.shared.delete(item.id);
}

/** Follows from the item's own permissions; a link that has ended still counts, as at the service. */
export function sharedOf({ permissions }: Item): Shared | undefined {
  if (permissions === undefined) return undefined;
  const scopes = permissions.map((each) => (each.kind === 'link' ? each.scope : 'users'));
  const scope = WIDEST_FIRST.find((each) => scopes.includes(each)) ?? 'users';
  return { scope, at: Math.min(...permissions.map(({ at }) => at)) };
}
