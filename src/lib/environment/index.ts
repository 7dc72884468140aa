export type { Environment } from './environment';
export { createBrowserEnvironment } from './browser-environment';
export { formatInstant, parseInstant } from './instant';
