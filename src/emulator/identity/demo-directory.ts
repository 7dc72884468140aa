import type { DemoUser } from '../caller';

/** Fixed values of the demo directory. They are documented in docs/emulator.md and never change. */
export const DEMO_CLIENT_ID = '22222222-2222-4222-8222-222222222222';
export const DEMO_TENANT_ID = '11111111-1111-4111-8111-111111111111';
export const DEMO_TENANT_NAME = 'Contoso';
export const DEMO_DOMAIN = 'contoso.example';
export const DEMO_PASSWORD = 'demo-password';
/** The tenant id under which every personal Microsoft account appears. */
export const PERSONAL_TENANT_ID = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** A demo account with what only the sign-in pages need to know. */
export interface DirectoryUser extends DemoUser {
  readonly tenantId: string;
  /** The password alone is not enough: an approval page follows. */
  readonly secondFactor: boolean;
  /** The organisation forbids user consent: every Graph scope asks for an administrator. */
  readonly adminConsentRequired: boolean;
  /** May consent for the whole organisation. */
  readonly administrator: boolean;
  /** False for an account that may not sign in. */
  readonly enabled: boolean;
}

const work = {
  kind: 'work',
  tenantId: DEMO_TENANT_ID,
  oneDrive: 'ready',
  secondFactor: false,
  adminConsentRequired: false,
  administrator: false,
  enabled: true,
} as const;

export const demoUsers: readonly DirectoryUser[] = [
  { ...work, oid: 'aaaaaaaa-0000-4000-8000-000000000001', upn: 'work@contoso.example', name: 'Alex Wilber' },
  {
    ...work,
    // A personal account's oid is its 64-bit id, padded to the form of a GUID.
    oid: '00000000-0000-0000-a1b2-c3d4e5f60718',
    upn: 'personal@outlook.example',
    name: 'Megan Bowen',
    kind: 'personal',
    tenantId: PERSONAL_TENANT_ID,
  },
  {
    ...work,
    oid: 'aaaaaaaa-0000-4000-8000-000000000003',
    upn: 'nodrive@contoso.example',
    name: 'Nestor Wilke',
    oneDrive: 'not provisioned',
  },
  {
    ...work,
    oid: 'aaaaaaaa-0000-4000-8000-000000000004',
    upn: 'adminconsent@contoso.example',
    name: 'Adele Vance',
    adminConsentRequired: true,
  },
  {
    ...work,
    oid: 'aaaaaaaa-0000-4000-8000-000000000005',
    upn: 'mfa@contoso.example',
    name: 'Miriam Graham',
    secondFactor: true,
  },
  {
    ...work,
    oid: 'aaaaaaaa-0000-4000-8000-000000000006',
    upn: 'admin@contoso.example',
    name: 'Irvin Sayers',
    oneDrive: 'not licensed',
    administrator: true,
  },
  {
    ...work,
    oid: 'aaaaaaaa-0000-4000-8000-000000000007',
    upn: 'disabled@contoso.example',
    name: 'Henrietta Mueller',
    oneDrive: 'not licensed',
    enabled: false,
  },
];

/** Finds an account by its address; addresses ignore case. */
export function findUserByAddress(address: string): DirectoryUser | undefined {
  const wanted = address.trim().toLowerCase();
  return demoUsers.find((user) => user.upn === wanted);
}

/** Finds an account by its object id, the `oid` of a token. */
export function findUserByOid(oid: string): DirectoryUser | undefined {
  return demoUsers.find((user) => user.oid === oid);
}
