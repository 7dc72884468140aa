export { createDriveFeed, type DriveFeed } from './drive-feed';
export { followDrive } from './follow-drive';
export { createReadAhead, type ReadAhead } from './read-ahead';
export { createReadChanges } from './read-changes';
export type { ChangeCount } from './plan-changes';
