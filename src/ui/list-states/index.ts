export { ListNotices } from './list-notices';
export { ListPlaceholder } from './list-placeholder';
export { ListingProgress } from './listing-progress';
export { SkeletonRows } from './skeleton-rows';
export { StatePanel } from './state-panel';
export { CloudTroublePicture } from './pictures';
