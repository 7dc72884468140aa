import * as v from 'valibot';
import type { Party } from '../model/model';
import { ownerId, partyOf } from '../model/owner';
import { GraphError } from '../protocol/graph-error';
import { wellFormedText } from '../protocol/well-formed';
import type { Call } from '../world';

const text = v.optional(v.nullable(v.pipe(v.string(), v.minLength(1))));
const address = v.pipe(wellFormedText, v.regex(/^[^\s@]+@[^\s@]+$/));

/** A driveRecipient: somebody by one of three names. */
const recipientSchema = v.pipe(
  v.looseObject({ email: v.optional(v.nullable(address)), objectId: text, alias: text }),
  v.check(({ email, objectId, alias }) => Boolean(email ?? objectId ?? alias), 'names nobody'),
);
export const recipientsSchema = v.pipe(v.array(recipientSchema), v.minLength(1));

export type Recipient = v.InferOutput<typeof recipientSchema>;

/** A host that never is (RFC 2606): nobody can be reached there. */
const NOBODY = /\.invalid$/i;

/** An account, a group of the caller's organization, or a guest of whom only the address is known. */
export function recipientOf({ world, user }: Call, recipient: Recipient): Party | undefined {
  const account = world.ports.users().find(({ oid, upn }) => isMeant(recipient, oid, upn));
  if (account !== undefined) return partyOf(account);
  const groups = user.kind === 'work' ? world.ports.groups() : [];
  const group = groups.find(({ id, mail }) => isMeant(recipient, id, mail));
  if (group !== undefined) return { kind: 'group', group };
  const { email } = recipient;
  if (email && NOBODY.test(email)) return undefined;
  return email ? { kind: 'user', person: { id: email, displayName: email, email } } : undefined;
}

function isMeant({ email, objectId, alias }: Recipient, id: string, address: string): boolean {
  if (email) return address.toLowerCase() === email.toLowerCase();
  if (objectId) return id.toLowerCase() === objectId.toLowerCase();
  return [address, address.split('@')[0]].some((name) => name?.toLowerCase() === alias?.toLowerCase());
}

/** Each of them once. @throws GraphError 400 where one of them is nobody. */
export function partiesOf(call: Call, recipients: readonly Recipient[]): Party[] {
  const parties = recipients.map((recipient) => {
    const party = recipientOf(call, recipient);
    if (party === undefined) throw noResolvedUsers();
    return party;
  });
  return together([], parties);
}

/** Those already there and the others, nobody twice. */
export function together(already: readonly Party[], others: readonly Party[]): Party[] {
  return [...new Map([...others, ...already].map((party) => [ownerId(party).toLowerCase(), party])).values()];
}

export function noResolvedUsers(): GraphError {
  return new GraphError(400, 'noResolvedUsers', 'One or more users could not be resolved.');
}
