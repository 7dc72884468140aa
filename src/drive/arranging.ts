import type { Environment } from '../lib';
import { createArrangementMemory, type ArrangementMemory } from './arrangement-memory';
import { groupRows } from './group-rows';
import { followLibrary, type LibraryFollower, type LibraryParts } from './library/follow-library';
import { passesFilters } from './passes-filters';
import { createPictureRenewal, type PictureRenewal, type RenewalParts } from './renew-pictures';

export interface ArrangingParts extends LibraryParts, RenewalParts {
  readonly requests: LibraryParts['requests'] & RenewalParts['requests'];
  readonly environment: RenewalParts['environment'] & Pick<Environment, 'originStorage'>;
}

/** What only folders need that somebody has arranged: the first rows of all others do without. */
export interface Arranging {
  readonly groupRows: typeof groupRows;
  readonly passesFilters: typeof passesFilters;
  readonly memory: ArrangementMemory;
  readonly library: LibraryFollower;
  readonly pictures: PictureRenewal;
}

export function openArranging(parts: ArrangingParts): Arranging {
  const { environment, view } = parts;
  const pictures = createPictureRenewal(parts);
  view.state.subscribe(() => {
    if (view.state.get().path.length === 0) pictures.stop();
  });
  return {
    groupRows,
    passesFilters,
    memory: createArrangementMemory(environment.originStorage),
    library: followLibrary(parts),
    pictures,
  };
}
