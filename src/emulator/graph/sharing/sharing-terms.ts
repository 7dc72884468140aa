import type { Drive } from '../model/drive';
import type { Item } from '../model/model';
import { GraphError, invalidRequest } from '../protocol/graph-error';

/** @throws GraphError where the drive cannot protect what it shares with a password. */
export function checkPassword(drive: Drive, password: string | null | undefined): void {
  if (password && drive.driveType !== 'personal') {
    throw invalidRequest('Passwords are for personal drives only.', 'badArgument');
  }
}

/** @throws GraphError 403 on personal drives: nobody here pays for the premium that ends links by itself. */
export function checkExpiry(drive: Drive, expires: number | null | undefined, now: number): void {
  if (expires === null || expires === undefined) return;
  if (drive.driveType === 'personal') {
    throw new GraphError(403, 'accountUpgradeRequired', 'Account Upgrade is required for this operation.');
  }
  if (expires <= now) throw invalidRequest('The expirationDateTime is in the past.', 'badArgument');
}

/** @throws GraphError 400: permissions on a personal drive's root, or on a shortcut, can be neither made nor changed. */
export function checkShareable(drive: Drive, item: Item): void {
  if (item.parent === null && drive.driveType === 'personal') {
    throw invalidRequest('The root of a personal drive cannot be shared.');
  }
  if (item.kind === 'remote') throw invalidRequest('A shortcut cannot be shared; what is behind it can.');
}

/** `retainInheritedPermissions: false` counts only when the item is shared for the first time. */
export function startWith(item: Item, retainInherited: boolean | null | undefined): void {
  if (retainInherited === false && item.permissions === undefined) item.withoutInherited = true;
}
