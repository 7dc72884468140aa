/** What only a control has that a page has put there: loaded with the bar, behind the first rows. */
export { historyOf } from './create-history';
export { createGuard } from './create-guard';
export { HostParts } from './host-parts';
export { pass } from './pass';
