import { createOriginSwitch } from './origin-switch';

/**
 * Whether one character alone is a shortcut, or looks for a name: whoever speaks to their computer may want neither
 * (WCAG 2.1.4).
 */
export const singleKeys = createOriginSwitch('onedrive-control:single-keys');
