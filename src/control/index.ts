export { createBrowserEnvironment, isSecureAddress, OneDriveError, type Environment } from '../lib';
export {
  createOneDriveControl,
  type OneDriveControl,
  type OneDriveControlOptions,
} from './create-one-drive-control';
