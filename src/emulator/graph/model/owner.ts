import type { DemoUser } from '../../caller';
import type { Person } from './model';

/** People who work together, and what they have together. */
interface Group {
  readonly id: string;
  readonly displayName: string;
  readonly mail: string;
  /** Object ids of its accounts. */
  readonly owners: ReadonlySet<string>;
  readonly members: ReadonlySet<string>;
}

/** Whose a drive is. */
export type DriveOwner =
  { readonly kind: 'user'; readonly person: Person } | { readonly kind: 'group'; readonly group: Group };

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
