export { createDriveFeed, type DriveFeed } from './drive-feed';
export { followDrive } from './follow-drive';
export { keepListings } from './keep-listings';
export { createKeptListings, wipeKeptListings, type KeptListings } from './kept-listings';
export { createReadAhead, type ReadAhead } from './read-ahead';
export { createReadChanges } from './read-changes';
export type { ChangeCount } from './plan-changes';
