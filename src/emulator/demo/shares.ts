import {
  addPermission,
  type Drive,
  type Item,
  type LinkScope,
  newInvitation,
  newLink,
  type Person,
} from '../drive-parts';
import { daysAgo } from './planting';

/** People who may change what is in a folder. */
export function invite(drive: Drive, item: Item, people: readonly Person[], days: number): void {
  const terms = {
    role: 'write',
    invitedBy: drive.root.createdBy,
    signInRequired: true,
    hasPassword: false,
    at: daysAgo(days),
  } as const;
  for (const person of people)
    addPermission(drive, item, newInvitation({ whom: { kind: 'user', person }, ...terms }));
}

/** A link to look at something. */
export function link(drive: Drive, item: Item, scope: LinkScope, days: number): void {
  const terms = { type: 'view', hasPassword: false, expires: undefined, people: [] } as const;
  addPermission(drive, item, newLink(drive, item, { scope, at: daysAgo(days), ...terms }));
}
