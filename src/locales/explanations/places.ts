/** Where things are in the Microsoft Entra admin centre (entra.microsoft.com). */
const REGISTRATION = 'Entra admin centre → App registrations → the app with the ID {clientId}';
const ENTERPRISE = 'Entra admin centre → Enterprise applications → the app with the ID {clientId}';

export const places = {
  overview: `${REGISTRATION} → Overview`,
  authentication: `${REGISTRATION} → Authentication`,
  accountTypes: `${REGISTRATION} → Authentication → Supported account types`,
  secrets: `${REGISTRATION} → Certificates & secrets`,
  permissions: `${REGISTRATION} → API permissions`,
  enabled: `${ENTERPRISE} → Properties → Enabled for users to sign in`,
  assignment: `${ENTERPRISE} → Users and groups`,
  consent: `${ENTERPRISE} → Permissions → Grant admin consent`,
  consentRequests: 'Entra admin centre → Enterprise applications → Admin consent requests',
  signInLogs: 'Entra admin centre → Monitoring & health → Sign-in logs',
  users: 'Entra admin centre → Users',
  devices: 'Entra admin centre → Devices',
  crossTenant: 'Entra admin centre → External Identities → Cross-tenant access settings',
  conditionalAccess: 'Entra admin centre → Protection → Conditional Access',
} as const;
