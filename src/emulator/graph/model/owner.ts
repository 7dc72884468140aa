import type { DemoUser } from '../../caller';
import type { Party, Person } from './model';

/** Whose a drive is. */
export type DriveOwner = Party;

export function personOf(user: DemoUser): Person {
  return { id: user.oid, displayName: user.name, email: user.upn };
}

export function partyOf(user: DemoUser): Party {
  return { kind: 'user', person: personOf(user) };
}

export function ownerId(owner: DriveOwner): string {
  return owner.kind === 'user' ? owner.person.id : owner.group.id;
}

/** The address that stands for the owner. */
export function addressOf(owner: DriveOwner): string {
  return owner.kind === 'user' ? owner.person.email : owner.group.mail;
}
