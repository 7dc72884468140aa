export { conditionalAccessRules } from './accounts';
export type { AccountChange } from './accounts';
export { signInAudiences } from './applications';
export type { AppRegistration } from './applications';
export {
  DEMO_CLIENT_ID,
  DEMO_DOMAIN,
  DEMO_PASSWORD,
  DEMO_TENANT_ID,
  demoUsers,
  PERSONAL_TENANT_ID,
} from './demo-directory';
export { demoGroups } from './demo-groups';
export { authorizeGraphRequest, unauthorizedAnswer } from './graph-authorization';
export type { Browsers } from './browser-sessions';
export { createIdentityPlatform } from './identity-platform';
export type { IdentityPlatform } from './identity-platform';
export { openerPolicies } from './opener-policy';
export { refusalPlaces } from './refusals';
export { isStsCode } from './sts-catalogue';
export type { StsCode } from './sts-catalogue';
export { failureSentence, StsFailure } from './sts-failure';
