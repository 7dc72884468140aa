import { DEMO_CLIENT_ID, DEMO_PASSWORD, DEMO_TENANT_ID, demoUsers } from '../identity';
import type { FixedHosts } from './fixed-hosts';

/** What each demo account is there for, by its address. */
const purposes: Readonly<Record<string, string>> = {
  'work@contoso.example': 'work account with a drive',
  'personal@outlook.example': 'personal account with a drive',
  'nodrive@contoso.example': 'work account without a OneDrive',
  'adminconsent@contoso.example': 'organisation wants admin consent',
  'mfa@contoso.example': 'asks for a second factor',
  'admin@contoso.example': 'administrator, consents for everybody',
  'disabled@contoso.example': 'may not sign in',
};

/** The lines that tell where the emulator is and who can sign in. */
export function announcement(
  origins: { readonly loginOrigin: string; readonly bytesOrigin: string },
  hosts: FixedHosts = {},
): readonly string[] {
  const names = Object.values(hosts).filter((name) => name !== undefined);
  const width = Math.max(...demoUsers.map((user) => user.upn.length));
  return [
    `  OneDrive emulator  ${origins.loginOrigin}  (sign-in and Microsoft Graph)`,
    `                     ${origins.bytesOrigin}  (bytes of files)`,
    ...(names.length === 0 ? [] : [`  Also answers as    ${names.join(', ')}`]),
    `  Client id          ${DEMO_CLIENT_ID}`,
    `  Tenant id          ${DEMO_TENANT_ID}`,
    `  Demo accounts      password: ${DEMO_PASSWORD}`,
    ...demoUsers.map((user) => `    ${user.upn.padEnd(width)}  ${purposes[user.upn] ?? user.name}`),
  ];
}
