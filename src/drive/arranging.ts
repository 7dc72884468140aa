/** What only folders need that somebody has arranged: the first rows of all others do without. */
export { createArrangementMemory } from './arrangement-memory';
export { passesFilters } from './passes-filters';
export { groupRows } from './group-rows';
export { createPictureRenewal } from './renew-pictures';
export { followLibrary } from './library/follow-library';
