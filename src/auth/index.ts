export type { Access, AccessTokenProvider, AccessTokenRequest } from './access-token-provider';
export { createAuth, type Auth } from './auth';
export {
  isLocalAuthority,
  isMicrosoftGraph,
  resolveCloud,
  resolveGraphRoot,
  type Cloud,
  type CloudChoice,
} from './cloud';
export {
  accountOf,
  isNameless,
  isSameAccount,
  UNNAMED,
  type Account,
  type Connection,
  type ConnectionScopes,
  type ConnectOptions,
  type DisconnectOptions,
  type Interaction,
  type SignInOwner,
} from './connection';
export { createHostApplicationAuth, type HostApplication } from './host-application';
export { createHostAuth } from './host-auth';
export type { GetAccessToken, HostToken, HostTokenRequest } from './host-tokens';
export type { Identify } from './token-owner';
export { createMsalAuth, type MsalAuth, type SignInSettings } from './create-msal-auth';
export { looksSecret } from './looks-secret';
export type { InteractionChoice } from './interaction';
export { keepAll, type KeepWork, type PageReturn, type RedirectWay } from './page-leaving';
export type { IdentityClient } from './identity-client';
export type { MsalIdentity } from './msal';
export type { BegunAct, Resumption } from './resumption';
export { adminConsentPage, consentPage, isPersonal } from './microsoft-pages';
export type { Scopes } from './scopes';
export type { PermissionReason, PermissionRequest } from './permission';
export type { Registration } from './registration';
export { createPermissionGate, type PermissionGate } from './permission-gate';
export { MICROSOFT_CLOUDS, type CloudName } from './microsoft-clouds';
export { FILE_SCOPES, needlessScopes, readScopes } from './read-scopes';
export { readSignIn, type ReadSignIn } from './read-sign-in';
export {
  SETTING_PROBLEMS,
  settingProblemOf,
  type SettingProblem,
  type SettingProblemCode,
} from './setting-problem';
export { loadMsalIdentity, preloadIdentityLibrary } from './load-msal';
export { resolveScopes } from './scopes';
export { suggestSetting } from './suggest-setting';
export { isSharedTenant } from './tenant';
