/** What stands above rows that are no folder's, in one file. */
export { BelowHead } from '../search/below-head';
export { SearchHead } from '../search/search-head';
export { CollectionNotice } from './collection-notice';
