import type { LibraryColumn } from '../graph';

/** A column that a team has given its library. */
export type FieldId = LibraryColumn['id'];

export function isField(id: string): id is FieldId {
  return id.startsWith('field:');
}
