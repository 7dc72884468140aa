import * as v from 'valibot';
import type { Drive } from '../model/drive';
import type { Item, LinkScope, Permission } from '../model/model';
import { addressOf } from '../model/owner';
import type { Answer } from '../protocol/answer';
import { invalidRequest, itemNotFound } from '../protocol/graph-error';
import { readJson } from '../protocol/schemas';
import { selected } from '../protocol/selected';
import type { DriveCall } from '../world';
import { permissionJson, personPermissionId, type Held } from './permission-json';

export const rolesSchema = v.pipe(v.array(v.picklist(['read', 'write'])), v.minLength(1));
const patchBody = v.looseObject({ roles: rolesSchema });
const WIDEST_FIRST: readonly LinkScope[] = ['anonymous', 'organization', 'users'];

/** `GET {item}/permissions`: the owner, what was given here, what holds from the folders above. */
export function listPermissions({ drive }: DriveCall, item: Item): Answer {
  const value = permissionsOf(drive, item).map((held) => permissionJson(drive, held));
  return { status: 200, context: 'permissions', body: { value } };
}

/** `$expand=permissions` on an item. */
export function expandedPermissions({ drive, options }: DriveCall, item: Item): Record<string, unknown> {
  const expansion = options.expand.find(({ name }) => name === 'permissions');
  if (expansion === undefined) return {};
  const permissions = permissionsOf(drive, item).map((held) =>
    selected(permissionJson(drive, held), expansion.select),
  );
  return { permissions };
}

/** `GET {item}/permissions/{id}` */
export function readPermission({ drive }: DriveCall, item: Item, id: string): Answer {
  return permissionAnswer(drive, findPermission(drive, item, id));
}

/** `PATCH {item}/permissions/{id}`: only roles can be changed. */
export async function patchPermission(call: DriveCall, item: Item, id: string): Promise<Answer> {
  const { drive, request } = call;
  const { roles } = await readJson(request, patchBody);
  const permission = ownPermission(drive, item, id);
  if (permission.kind === 'link') throw invalidRequest('The roles of a link follow from its type.');
  permission.role = strongest(roles);
  return permissionAnswer(drive, { kind: 'own', permission });
}

/** `DELETE {item}/permissions/{id}` */
export function deletePermission({ drive }: DriveCall, item: Item, id: string): Answer {
  const gone = ownPermission(drive, item, id);
  setPermissions(
    drive,
    item,
    (item.permissions ?? []).filter((permission) => permission !== gone),
  );
  return { status: 204 };
}

export function permissionAnswer(drive: Drive, held: Held, status = 200): Answer {
  return { status, context: 'permissions/$entity', body: permissionJson(drive, held) };
}

export function strongest(roles: readonly ('read' | 'write')[]): 'read' | 'write' {
  return roles.includes('write') ? 'write' : 'read';
}

export function addPermission(drive: Drive, item: Item, permission: Permission): void {
  setPermissions(drive, item, [...(item.permissions ?? []), permission]);
}

/** @throws GraphError 404 where the item has been deleted while the request was read. */
export function checkStillThere(drive: Drive, item: Item): void {
  if (!drive.items.has(item.id)) throw itemNotFound();
}

function setPermissions(drive: Drive, item: Item, permissions: Permission[]): void {
  item.permissions = permissions;
  drive.shared.add(item.id);
  const scopes = permissions.map((each) => (each.kind === 'link' ? each.scope : 'users'));
  const scope = WIDEST_FIRST.find((each) => scopes.includes(each));
  if (scope === undefined) delete item.shared;
  else item.shared = { scope, at: Math.min(...permissions.map(({ at }) => at)) };
}

/** The nearest stands for what a person was given here and above: both have one id. */
function permissionsOf(drive: Drive, item: Item): Held[] {
  const held = new Map<string, Held>([[personPermissionId(addressOf(drive.owner)), { kind: 'owner' }]]);
  for (let at: Item | null = item; at !== null; at = at.parent) {
    for (const permission of at.permissions ?? []) {
      if (held.has(permission.id)) continue;
      held.set(
        permission.id,
        at === item ? { kind: 'own', permission } : { kind: 'inherited', permission, from: at },
      );
    }
  }
  return [...held.values()];
}

function findPermission(drive: Drive, item: Item, id: string): Held {
  const held = permissionsOf(drive, item).find(
    (each) =>
      (each.kind === 'owner' ? personPermissionId(addressOf(drive.owner)) : each.permission.id) === id,
  );
  if (held === undefined) throw itemNotFound();
  return held;
}

function ownPermission(drive: Drive, item: Item, id: string): Permission {
  checkStillThere(drive, item);
  const held = findPermission(drive, item, id);
  switch (held.kind) {
    case 'own':
      return held.permission;
    case 'inherited':
      throw invalidRequest('An inherited permission can be changed only where it was given.');
    case 'owner':
      throw invalidRequest("The owner's permission cannot be changed.");
  }
}
