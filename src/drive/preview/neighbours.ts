import type { DriveItem } from '../../graph';
import { isFolder } from '../sort';

/** Where a file stands among the files of a list. */
export interface Neighbours {
  /** Counted from 1; 0 where it is no longer in the list. */
  readonly place: number;
  readonly count: number;
  readonly previous: DriveItem | undefined;
  readonly next: DriveItem | undefined;
}

/** The files before and after one, as the list is sorted and filtered; folders, notebooks too, are passed over. */
export function neighboursOf(rows: readonly DriveItem[], id: string): Neighbours {
  const files = rows.filter((row) => !isFolder(row) && !row.package);
  const index = files.findIndex((file) => file.id === id);
  if (index < 0) return { place: 0, count: files.length, previous: undefined, next: undefined };
  return { place: index + 1, count: files.length, previous: files[index - 1], next: files[index + 1] };
}
