export {
  createBrowserEnvironment,
  isSecureAddress,
  OneDriveError,
  type Environment,
  type ErrorCode,
  type Retry,
} from '../lib';
export {
  createOneDriveControl,
  type OneDriveControl,
  type OneDriveControlOptions,
} from './create-one-drive-control';
