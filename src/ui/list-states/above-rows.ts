/** What stands above rows that are no folder's, in one file. */
export { CollectionHead } from './collection-head';
export { CollectionNotice } from './collection-notice';
