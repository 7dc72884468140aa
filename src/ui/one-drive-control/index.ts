export { putBack, type OneDriveControlHandle } from './handle';
export { createOneDriveComponent } from './one-drive-control';
export type { OneDriveControlProps } from './props';
