import * as v from 'valibot';
import type { Person } from '../model/model';
import { personOf } from '../model/owner';
import { GraphError } from '../protocol/graph-error';
import type { World } from '../world';

const text = v.optional(v.nullable(v.pipe(v.string(), v.minLength(1))));
const address = v.pipe(v.string(), v.regex(/^[^\s@]+@[^\s@]+$/));

/** A driveRecipient: somebody by one of three names. */
const recipientSchema = v.pipe(
  v.looseObject({ email: v.optional(v.nullable(address)), objectId: text, alias: text }),
  v.check(({ email, objectId, alias }) => Boolean(email ?? objectId ?? alias), 'names nobody'),
);
export const recipientsSchema = v.pipe(v.array(recipientSchema), v.minLength(1));

export type Recipient = v.InferOutput<typeof recipientSchema>;

/** An account of the emulator, or a guest of whom only the address is known. */
export function recipientOf(world: World, { email, objectId, alias }: Recipient): Person | undefined {
  const user = world.ports.users().find(({ oid, upn }) => {
    if (email) return upn.toLowerCase() === email.toLowerCase();
    if (objectId) return oid.toLowerCase() === objectId.toLowerCase();
    return [upn, upn.split('@')[0]].some((name) => name?.toLowerCase() === alias?.toLowerCase());
  });
  if (user !== undefined) return personOf(user);
  return email ? { id: email, displayName: email, email } : undefined;
}

/** Each of them once. @throws GraphError 400 where one of them is nobody. */
export function peopleOf(world: World, recipients: readonly Recipient[]): Person[] {
  const people = recipients.map((recipient) => {
    const person = recipientOf(world, recipient);
    if (person === undefined) throw noResolvedUsers();
    return person;
  });
  return together([], people);
}

/** Those already there and the others, nobody twice. */
export function together(already: readonly Person[], others: readonly Person[]): Person[] {
  return [...new Map([...others, ...already].map((person) => [person.id.toLowerCase(), person])).values()];
}

export function noResolvedUsers(): GraphError {
  return new GraphError(400, 'noResolvedUsers', 'One or more users could not be resolved.');
}
