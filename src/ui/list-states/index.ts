import { importSoon } from '../import-soon';
import { later } from '../later';

export { ListPlaceholder } from './list-placeholder';
export { SkeletonRows } from './skeleton-rows';
export { StatePanel } from './state-panel';
export { CloudTroublePicture } from './pictures';

export const ListNotices = later(async () => (await import('./list-notices')).ListNotices);
export const ListingProgress = later(async () => (await importSoon()).ListingProgress);
