import * as v from 'valibot';
import type { Drive } from '../model/drive';
import type { InvitedPermission, Item, Person } from '../model/model';
import { addressOf, personOf } from '../model/owner';
import type { Answer } from '../protocol/answer';
import { readJson } from '../protocol/schemas';
import type { DriveCall, World } from '../world';
import { permissionJson, personPermissionId, type Held } from './permission-json';
import { addPermission, checkStillThere, rolesSchema, strongest } from './permissions';

const inviteBody = v.looseObject({
  recipients: v.pipe(
    v.array(v.looseObject({ email: v.pipe(v.string(), v.regex(/^[^\s@]+@[^\s@]+$/)) })),
    v.minLength(1),
  ),
  roles: rolesSchema,
  requireSignIn: v.optional(v.nullable(v.boolean())),
  sendInvitation: v.optional(v.nullable(v.boolean())),
  message: v.optional(v.nullable(v.string())),
});

type Terms = Pick<InvitedPermission, 'role' | 'signInRequired' | 'invitedBy' | 'at'>;

/** `POST {item}/invite`: no mail is sent; whoever is invited stands among the permissions at once. */
export async function invite(call: DriveCall, item: Item): Promise<Answer> {
  const { drive, world, user } = call;
  const { recipients, roles, requireSignIn } = await readJson(call.request, inviteBody);
  checkStillThere(drive, item);
  const terms = {
    role: strongest(roles),
    signInRequired: requireSignIn ?? true,
    invitedBy: personOf(user),
    at: world.ports.now(),
  };
  const people = new Map(recipients.map(({ email }) => [email.toLowerCase(), personAt(world, email)]));
  const value = [...people.values()].map((person) =>
    permissionJson(drive, admit(drive, item, person, terms)),
  );
  return { status: 200, context: 'permissions', body: { value } };
}

/** Whoever is invited again has the new role; the owner stays the owner. */
function admit(drive: Drive, item: Item, person: Person, terms: Terms): Held {
  const id = personPermissionId(person.email);
  if (id === personPermissionId(addressOf(drive.owner))) return { kind: 'owner' };
  const existing = item.permissions?.find((each) => each.id === id);
  if (existing?.kind === 'invited') {
    existing.role = terms.role;
    return { kind: 'own', permission: existing };
  }
  const permission: InvitedPermission = { kind: 'invited', id, person, ...terms };
  addPermission(drive, item, permission);
  return { kind: 'own', permission };
}

/** An account of the emulator, or a guest of whom only the address is known. */
function personAt(world: World, email: string): Person {
  const user = world.ports.users().find(({ upn }) => upn.toLowerCase() === email.toLowerCase());
  if (user !== undefined) return personOf(user);
  return { id: email, displayName: email, email };
}
