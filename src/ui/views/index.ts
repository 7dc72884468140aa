export { ViewButton } from './view-button';
export { FilterChips } from './filter-chips';
