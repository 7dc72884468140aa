import type { Arrangement } from './arrangement';
import type { PathFolder } from './folder-browser';
import type { Sort } from './sort';

const NEWEST: Sort = { by: 'lastModifiedDateTime', direction: 'descending' };

/** How a folder is looked at that was never arranged: as all are, but what is recent, and what was found, by time. */
export function firstArrangement(
  { elsewhere }: Pick<PathFolder, 'elsewhere'>,
  all: Arrangement,
): Arrangement {
  return elsewhere?.kind === 'recent' || elsewhere?.kind === 'search' ? { ...all, sort: NEWEST } : all;
}
