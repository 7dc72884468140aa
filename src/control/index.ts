export {
  createBrowserEnvironment,
  createHashThread,
  serveHashes,
  OneDriveError,
  type Environment,
  type ErrorCode,
  type HashErrand,
  type Retry,
  type Telemetry,
  type TelemetryEvent,
} from '../lib';
export type { ControlTelemetry, TelemetryCounters } from './telemetry';
export type { FolderPlace, PathFolder } from '../drive';
export type { HostSignIn } from './sign-in-way';
export { openSignIn } from './open-sign-in';
export { sharePage } from './page-share';
export {
  createOneDriveControl,
  type OneDriveControl,
  type OneDriveControlOptions,
  type SetUp,
} from './create-one-drive-control';
export {
  CALLBACK_POLICY,
  contentSecurityPolicy,
  hostPageDirectives,
  type HostPageDirectives,
  type PolicyOptions,
} from './content-security-policy';
