/** The OneDrive emulator's door: for development and for the tests of hosts. */
export type { Caller, DemoUser } from './caller';
export { createEmulator, isCut } from './core';
export type { Answer, Cut, Emulator, EmulatorOptions, RequestContext } from './core';
export {
  DEMO_CLIENT_ID,
  DEMO_DOMAIN,
  DEMO_PASSWORD,
  DEMO_TENANT_ID,
  demoUsers,
  PERSONAL_TENANT_ID,
} from './identity';
export type { AppRegistration } from './identity';
export { startEmulator } from './node/start-emulator';
export type { RunningEmulator, StartOptions } from './node/start-emulator';
export { EmulatorStartError } from './node/start-error';
