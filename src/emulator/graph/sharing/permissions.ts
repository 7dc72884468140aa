import { deedOf } from '../deed';
import * as v from 'valibot';
import { tellOf } from '../model/deeds';
import { checkPreconditions } from '../model/item-tags';
import type { Item, Permission } from '../model/model';
import { permissionsOf, removePermission, type Held } from '../model/permissions';
import type { Answer } from '../protocol/answer';
import { invalidRequest, itemNotFound } from '../protocol/graph-error';
import { dateSchema, readJson } from '../protocol/schemas';
import { selected } from '../protocol/selected';
import type { DriveCall } from '../world';
import { concerns, owns } from './access';
import { partyPermissionId } from './new-permission';
import { ownerPermissionJson, permissionJson } from './permission-json';
import { checkExpiry, checkShareable } from './sharing-terms';

export const rolesSchema = v.pipe(v.array(v.picklist(['read', 'write'])), v.minLength(1));
const patchBody = v.looseObject({
  roles: v.optional(v.nullable(rolesSchema)),
  expirationDateTime: v.optional(v.nullable(dateSchema)),
});

const CHANGES =
  'https://developer.microsoft.com/graph/changes?$filterby=v1.0,Removal&from=2021-09-01&to=2021-10-01';
/** What answers with permissions carry since `grantedTo` is to go. */
export const DEPRECATED: Readonly<Record<string, string>> = {
  Deprecation: 'Fri, 03 Sep 2021 23:59:59 GMT',
  Sunset: 'Sun, 01 Oct 2023 23:59:59 GMT',
  Link: `<${CHANGES}>;rel="deprecation";type="text/html",<${CHANGES}>;rel="sunset";type="text/html"`,
};

/** `GET {item}/permissions`: the owner, what was given here, what holds from the folders above; to others their own. */
export function listPermissions(call: DriveCall, item: Item): Answer {
  return { status: 200, headers: DEPRECATED, context: 'permissions', body: { value: allJson(call, item) } };
}

/** `$expand=permissions` on an item. */
export function expandedPermissions(call: DriveCall, item: Item): Record<string, unknown> {
  const expansion = call.options.expand.find(({ name }) => name === 'permissions');
  if (expansion === undefined) return {};
  return { permissions: allJson(call, item).map((json) => selected(json, expansion.select)) };
}

function allJson(call: DriveCall, item: Item): Record<string, unknown>[] {
  const given = told(call, item).map((held) => permissionJson(call, held, item));
  return owns(call) ? [ownerPermissionJson(call.drive), ...given] : given;
}

/** `GET {item}/permissions/{id}` */
export function readPermission(call: DriveCall, item: Item, id: string): Answer {
  const { drive } = call;
  if (owns(call) && id === partyPermissionId(drive.owner)) {
    return answer(ownerPermissionJson(drive));
  }
  return permissionAnswer(call, findPermission(call, item, id), item);
}

/** `PATCH {item}/permissions/{id}`: the roles of a person, the end of a link for anyone; nothing else. */
export function patchPermission(call: DriveCall, item: Item, id: string): Answer {
  const { drive, world } = call;
  const { roles, expirationDateTime } = readJson(call, patchBody);
  const permission = ownPermission(call, item, id);
  if (permission.kind === 'invited') {
    if (!roles) throw invalidRequest('Only the roles of a person can be changed.', 'badArgument');
    permission.role = strongest(roles);
  } else {
    if (permission.scope !== 'anonymous' || roles || !expirationDateTime) {
      throw invalidRequest('Of a link only its end can be changed, where it is for anyone.', 'badArgument');
    }
    checkExpiry(drive, expirationDateTime, world.ports.now());
    permission.expires = expirationDateTime;
  }
  tellOf(drive, item, deedOf(call), 'permission');
  return permissionAnswer(call, { permission, from: item }, item);
}

/** `DELETE {item}/permissions/{id}` */
export function deletePermission(call: DriveCall, item: Item, id: string): Answer {
  removePermission(call.drive, item, ownPermission(call, item, id));
  tellOf(call.drive, item, deedOf(call), 'permission');
  return { status: 204 };
}

export function permissionAnswer(call: DriveCall, held: Held, item: Item, status = 200): Answer {
  return answer(permissionJson(call, held, item), status);
}

function answer(body: object, status = 200): Answer {
  return { status, headers: DEPRECATED, context: 'permissions/$entity', body };
}

export function strongest(roles: readonly ('read' | 'write')[]): 'read' | 'write' {
  return roles.includes('write') ? 'write' : 'read';
}

function told(call: DriveCall, item: Item): Held[] {
  const all = permissionsOf(item);
  return owns(call) ? all : all.filter(({ permission }) => concerns(permission, call.user));
}

function findPermission(call: DriveCall, item: Item, id: string): Held {
  const held = told(call, item).find(({ permission }) => permission.id === id);
  if (held === undefined) throw itemNotFound();
  return held;
}

/** The permission as one that may be changed. @throws GraphError 400 where it is not this item's. */
export function ownPermission(call: DriveCall, item: Item, id: string): Permission {
  const { drive, request } = call;
  checkPreconditions(request, drive, item);
  checkShareable(drive, item);
  if (id === partyPermissionId(drive.owner)) {
    throw invalidRequest("The owner's permission cannot be changed.");
  }
  const { permission, from } = findPermission(call, item, id);
  if (from === item) return permission;
  throw invalidRequest('An inherited permission can be changed only where it was given.');
}
