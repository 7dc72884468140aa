import { createOriginSwitch } from './origin-switch';

/** Whether the pane of places stands beside the list, where there is room for it. */
export const placesBeside = createOriginSwitch('onedrive-control:places');
