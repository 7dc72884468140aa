import { deedOf } from '../deed';
import * as v from 'valibot';
import { tellOf } from '../model/deeds';
import type { InvitedPermission, Item, Party } from '../model/model';
import { ownerId, personOf } from '../model/owner';
import { addPermission } from '../model/permissions';
import type { Answer } from '../protocol/answer';
import { invalidRequest } from '../protocol/graph-error';
import { dateSchema, readJson } from '../protocol/schemas';
import type { DriveCall } from '../world';
import { newInvitation, partyPermissionId } from './new-permission';
import { ownerPermissionJson, permissionJson } from './permission-json';
import { DEPRECATED, rolesSchema, strongest } from './permissions';
import { noResolvedUsers, recipientOf, recipientsSchema, type Recipient } from './recipients';
import { checkExpiry, checkPassword, checkShareable, startWith } from './sharing-terms';

const inviteBody = v.looseObject({
  recipients: recipientsSchema,
  roles: rolesSchema,
  requireSignIn: v.optional(v.nullable(v.boolean())),
  sendInvitation: v.optional(v.nullable(v.boolean())),
  message: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(2000)))),
  password: v.optional(v.nullable(v.string())),
  expirationDateTime: v.optional(v.nullable(dateSchema)),
  retainInheritedPermissions: v.optional(v.nullable(v.boolean())),
});

type Terms = Omit<InvitedPermission, 'kind' | 'id' | 'whom'>;

/**
 * `POST {item}/invite`: no mail is sent; whoever is invited stands among the permissions at once.
 * Who cannot be found is told with an error among the others, and the status is then 207.
 */
export function invite(call: DriveCall, item: Item): Answer {
  const { drive, user, world } = call;
  const asked = readJson(call, inviteBody);
  checkShareable(drive, item);
  checkPassword(drive, asked.password);
  refuseExpiry(call, asked.expirationDateTime);
  const found = asked.recipients.map((recipient) => ({ recipient, whom: recipientOf(call, recipient) }));
  if (found.every(({ whom }) => whom === undefined)) throw noResolvedUsers();
  startWith(item, asked.retainInheritedPermissions);
  const terms: Terms = {
    role: strongest(asked.roles),
    signInRequired: asked.requireSignIn ?? true,
    hasPassword: Boolean(asked.password),
    invitedBy: personOf(user),
    at: world.ports.now(),
  };
  const value = new Map(
    found.map(({ recipient, whom }) =>
      whom === undefined
        ? [JSON.stringify(recipient), unresolved(recipient, terms)]
        : [ownerId(whom).toLowerCase(), letIn(call, item, whom, terms)],
    ),
  );
  const partly = found.some(({ whom }) => whom === undefined);
  return {
    status: partly ? 207 : 200,
    headers: DEPRECATED,
    context: 'permissions',
    body: { value: [...value.values()] },
  };
}

/** On work drives only links end by themselves. */
function refuseExpiry({ drive, world }: DriveCall, expires: number | null | undefined): void {
  checkExpiry(drive, expires, world.ports.now());
  if (expires) throw invalidRequest('Only sharing links expire.', 'badArgument');
}

/** Whoever is invited again has the new role; the owner stays the owner. */
function letIn(call: DriveCall, item: Item, whom: Party, terms: Terms): object {
  const { drive } = call;
  const id = partyPermissionId(whom);
  if (id === partyPermissionId(drive.owner)) return ownerPermissionJson(drive);
  const existing = item.permissions?.find((each) => each.id === id);
  if (existing?.kind === 'invited') {
    existing.role = terms.role;
    tellOf(drive, item, deedOf(call), 'permission');
    return permissionJson(call, { permission: existing, from: item }, item);
  }
  const permission = newInvitation({ whom, ...terms });
  addPermission(drive, item, permission);
  tellOf(drive, item, deedOf(call), 'permission');
  return permissionJson(call, { permission, from: item }, item);
}

function unresolved({ email, objectId, alias }: Recipient, { role }: Terms): object {
  const { code, message } = noResolvedUsers();
  return { roles: [role], invitation: { email: email ?? alias ?? objectId ?? '' }, error: { code, message } };
}
