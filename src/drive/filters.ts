import type { Age } from './age';
import type { FileType } from './file-type';

/** What must be true of what is shown, beside its name. */
export interface Filters {
  readonly type?: FileType | undefined;
  /** Display name of whoever changed it last. */
  readonly person?: string | undefined;
  /** Changed then, or later. */
  readonly since?: Exclude<Age, 'older'> | undefined;
}

export const NO_FILTERS: Filters = {};

export function isFiltering({ type, person, since }: Filters): boolean {
  return type !== undefined || person !== undefined || since !== undefined;
}
