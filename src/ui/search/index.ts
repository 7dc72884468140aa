import { later } from '../later';

export const SearchHead = later(async () => (await import('./search-head')).SearchHead);
export const SearchLine = later(async () => (await import('./search-line')).SearchLine);
export { startSearch } from './start-search';
