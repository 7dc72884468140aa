import { later } from '../later';

export { ListPlaceholder } from './list-placeholder';
export { ListingProgress } from './listing-progress';
export { SkeletonRows } from './skeleton-rows';
export { StatePanel } from './state-panel';
export { CloudTroublePicture } from './pictures';

export const ListNotices = later(async () => (await import('./list-notices')).ListNotices);
