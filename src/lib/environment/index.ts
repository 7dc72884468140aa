export type { Environment } from './environment';
export { createBrowserEnvironment } from './browser-environment';
export { formatInstant, parseInstant } from './instant';
export { probeStorage } from './probe-storage';
export { sha256 } from './sha256';
