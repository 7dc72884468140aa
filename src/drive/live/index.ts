export { createDriveFeed, type DriveFeed } from './drive-feed';
export { followDrive } from './follow-drive';
export { createReadChanges } from './read-changes';
export type { ChangeCount } from './plan-changes';
