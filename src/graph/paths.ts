import type { ItemReference } from './drive-item';

/** `/drives/{drive}/items/{id}`: ids survive renames and moves, paths do not. */
export function itemPath({ driveId, id }: ItemReference): string {
  return `/drives/${encodeURIComponent(driveId)}/items/${encodeURIComponent(id)}`;
}

/** A child by its name: `/drives/{drive}/items/{parent}:/{name}:`. A segment or a query must follow. */
export function childPath(parent: ItemReference, name: string): string {
  return `${itemPath(parent)}:/${encodeURIComponent(name)}:`;
}

/** Something below an item, by names. */
export function descendantPath(root: ItemReference, names: readonly string[]): string {
  if (names.length === 0) return itemPath(root);
  return `${itemPath(root)}:/${names.map(encodeURIComponent).join('/')}:`;
}
