import type { Environment } from '../lib';
import type { Arrangement } from './arrangement';
import { createArrangementMemory, type ArrangementMemory } from './arrangement-memory';
import { groupRows } from './group-rows';
import { createLongSort, type LongSortParts } from './long-sort';
import { followLibrary, type LibraryFollower, type LibraryParts } from './library/follow-library';
import { passesFilters } from './passes-filters';
import { createPictureRenewal, type PictureRenewal, type RenewalParts } from './renew-pictures';
import type { Sort } from './sort';

export interface ArrangingParts extends LibraryParts, RenewalParts {
  readonly requests: LibraryParts['requests'] & RenewalParts['requests'];
  readonly environment: RenewalParts['environment'] &
    LongSortParts['environment'] &
    Pick<Environment, 'originStorage'>;
  readonly usual?: (() => Arrangement) | undefined;
  readonly arrange: LibraryParts['arrange'] & LongSortParts['arrange'];
  readonly view: LibraryParts['view'] & LongSortParts['view'];
}

/** What only folders need that somebody has arranged: the first rows of all others do without. */
export interface Arranging {
  readonly groupRows: typeof groupRows;
  readonly passesFilters: typeof passesFilters;
  readonly memory: ArrangementMemory;
  readonly library: LibraryFollower;
  readonly pictures: PictureRenewal;
  /** Shows very many items in another order. */
  readonly sortLong: (sort: Sort) => void;
}

export function openArranging(parts: ArrangingParts): Arranging {
  const { environment, view, usual } = parts;
  const pictures = createPictureRenewal(parts);
  const longSort = createLongSort(parts);
  view.state.subscribe(() => {
    if (view.state.get().path.length > 0) return;
    pictures.stop();
    longSort.stop();
  });
  return {
    groupRows,
    passesFilters,
    memory: createArrangementMemory(environment.originStorage, usual),
    library: followLibrary(parts),
    pictures,
    sortLong: (sort) => void longSort.sort(sort),
  };
}
