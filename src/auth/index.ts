export type { Access, AccessTokenProvider, AccessTokenRequest } from './access-token-provider';
export { createAuth, type Auth } from './auth';
export {
  isLocalAuthority,
  isMicrosoftGraph,
  resolveCloud,
  resolveGraphRoot,
  type Cloud,
  type CloudChoice,
  type CloudName,
} from './cloud';
export {
  isSameAccount,
  type Account,
  type Connection,
  type ConnectOptions,
  type DisconnectOptions,
  type SignInOwner,
} from './connection';
export { createHostAuth } from './host-auth';
export type { GetAccessToken, HostToken, HostTokenRequest } from './host-tokens';
export type { Identify } from './token-owner';
export { createMsalAuth, type MsalAuth, type SignInSettings } from './create-msal-auth';
export type { IdentityClient, IdentityConfiguration } from './identity-client';
export type { MsalIdentity } from './msal';
export type { PermissionReason, PermissionRequest } from './permission';
export { createPermissionGate, type PermissionGate } from './permission-gate';
export { loadMsalIdentity, preloadIdentityLibrary } from './load-msal';
export { resolveScopes } from './scopes';
