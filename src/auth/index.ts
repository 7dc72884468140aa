export type { Access, AccessTokenProvider, AccessTokenRequest } from './access-token-provider';
export type { Account, Connection, ConnectOptions } from './connection';
export type { PermissionReason, PermissionRequest } from './permission';
