/** The core without a look: for hosts that draw everything themselves. No React, no Fluent UI. */
export {
  createAuth,
  createMsalAuth,
  resolveCloud,
  type Access,
  type AccessTokenProvider,
  type AccessTokenRequest,
  type Account,
  type Auth,
  type Cloud,
  type CloudChoice,
  type CloudName,
  type Connection,
  type ConnectOptions,
  type DisconnectOptions,
  type IdentityClient,
  type MsalAuth,
  type PermissionReason,
  type PermissionRequest,
  type SignInSettings,
} from './auth';
export {
  createBrowserEnvironment,
  createOneDriveControl,
  OneDriveError,
  type Environment,
  type ErrorCode,
  type OneDriveControl,
  type OneDriveControlOptions,
  type Retry,
} from './control';
export type {
  DriveCommands,
  DriveItem,
  FolderBrowser,
  FolderState,
  ItemReference,
  Listing,
  PathFolder,
} from './drive';
export type { TransferQueue, TransferState, TransferTask } from './transfer';
