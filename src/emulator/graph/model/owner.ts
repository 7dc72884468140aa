import type { DemoGroup, DemoUser } from '../../caller';
import type { Person } from './model';

/** Whose a drive is. */
export type DriveOwner =
  { readonly kind: 'user'; readonly person: Person } | { readonly kind: 'group'; readonly group: DemoGroup };

export function personOf(user: DemoUser): Person {
  return { id: user.oid, displayName: user.name, email: user.upn };
}

export function ownerId(owner: DriveOwner): string {
  return owner.kind === 'user' ? owner.person.id : owner.group.id;
}

/** The address that stands for the owner. */
export function addressOf(owner: DriveOwner): string {
  return owner.kind === 'user' ? owner.person.email : owner.group.mail;
}
