import { createOriginSwitch } from './origin-switch';

/** Whether Space looks into the file that has the focus, as on a Mac, instead of selecting it. */
export const quickLook = createOriginSwitch('onedrive-control:quick-look', false);
