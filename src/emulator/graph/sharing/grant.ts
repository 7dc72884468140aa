import * as v from 'valibot';
import type { Item, Permission } from '../model/model';
import type { Answer } from '../protocol/answer';
import { invalidRequest } from '../protocol/graph-error';
import { readJson } from '../protocol/schemas';
import type { DriveCall } from '../world';
import { roleOf } from './link-types';
import { permissionJson } from './permission-json';
import { DEPRECATED, ownPermission, rolesSchema, strongest } from './permissions';
import { partiesOf, recipientsSchema, together } from './recipients';

const grantBody = v.looseObject({
  recipients: recipientsSchema,
  roles: v.optional(v.nullable(rolesSchema)),
});

/** `POST {item}/permissions/{id}/grant`: more people for a link. */
export function grantById(call: DriveCall, item: Item, id: string): Answer {
  return grant(call, item, ownPermission(call, item, id));
}

/** `POST …/grant` of a permission: only the people are added, the link stays as it is. */
export function grant(call: DriveCall, item: Item, permission: Permission): Answer {
  const { recipients, roles } = readJson(call, grantBody);
  if (permission.kind !== 'link') throw invalidRequest('Access is granted to sharing links only.');
  if (roles && strongest(roles) !== roleOf(permission.type)) {
    throw invalidRequest('The roles must match the role of the link.', 'badArgument');
  }
  permission.people = together(permission.people, partiesOf(call, recipients));
  const value = [permissionJson(call, { permission, from: item }, item)];
  return { status: 200, headers: DEPRECATED, context: 'Collection(permission)', body: { value } };
}
