export { createChanges, type DriveCommandsOptions } from './create-changes';
export { moveItem, type MoveWish } from './move-item';
export { removeForEver } from './remove-for-ever';
export { removeItem } from './remove-item';
export { renameItem } from './rename-item';
export { restoreItem } from './restore-item';
export { restoreVersion } from './restore-version';
export type { ChangeParts } from './change-parts';
export { isChanged, isDoubtful, look } from './truth';
