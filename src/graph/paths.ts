import { OneDriveError } from '../lib';
import type { ItemReference } from './drive-item';

/** `/drives/{drive}/items/{id}`: ids survive renames and moves, paths do not. */
export function itemPath({ driveId, id }: ItemReference): string {
  return `/drives/${encodeURIComponent(driveId)}/items/${encodeURIComponent(id)}`;
}

/** The top of a drive. */
export function rootPathOf(driveId: string): string {
  return `/drives/${encodeURIComponent(driveId)}/root`;
}

/**
 * A child by its name: `/drives/{drive}/items/{parent}:/{name}:`. A segment or a query must follow.
 * @throws OneDriveError `invalid-name`
 */
export function childPath(parent: ItemReference, name: string): string {
  return `${itemPath(parent)}${relativePath([name])}`;
}

/** What follows the address of a folder: `:/a/b:`, or nothing. @throws OneDriveError `invalid-name` */
export function relativePath(names: readonly string[]): string {
  return names.length === 0 ? '' : `:/${names.map(encodeName).join('/')}:`;
}

function encodeName(name: string): string {
  try {
    return encodeURIComponent(name);
  } catch (cause) {
    // Half a surrogate pair: Windows allows it in names, UTF-8 has no letter for it.
    throw new OneDriveError('invalid-name', { serviceCode: 'notUnicode', cause });
  }
}
