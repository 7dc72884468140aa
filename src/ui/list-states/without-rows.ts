/** What lists say that have no rows, in one file. */
export { EmptyCollection } from './empty-collection';
export { EmptyFolder } from './empty-folder';
export { EverythingHidden } from './everything-hidden';
export { NothingFound } from './nothing-found';
