export type { Access, AccessTokenProvider, AccessTokenRequest } from './access-token-provider';
export { createAuth, type Auth } from './auth';
export { isLocalAuthority, resolveCloud, type Cloud, type CloudChoice, type CloudName } from './cloud';
export type { Account, Connection, ConnectOptions, DisconnectOptions } from './connection';
export type { IdentityClient, IdentityConfiguration } from './identity-client';
export type { MsalIdentity, PublicClientApplication } from './msal';
export type { PermissionReason, PermissionRequest } from './permission';
export { createPermissionGate, type PermissionGate } from './permission-gate';
export { loadMsalIdentity } from './load-msal';
