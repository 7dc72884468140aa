import { isSharedTenant, type CloudName } from '../../auth';
import type { Feature } from './outputs/permissions';

/** Who may use an application, in the words of its manifest. */
export type SignInAudience =
  'AzureADMyOrg' | 'AzureADMultipleOrgs' | 'AzureADandPersonalMicrosoftAccount' | 'PersonalMicrosoftAccount';

/** Everything that is entered, as it was typed. */
export interface SetupInput {
  readonly cloud: CloudName | 'emulator';
  /** Where the emulator is, for `cloud: 'emulator'`. */
  readonly emulator: string;
  readonly audience: SignInAudience;
  readonly name: string;
  /** Of other pages with the control, one a line. */
  readonly moreAddresses: string;
  readonly features: readonly Feature[];
  readonly clientId: string;
  readonly tenant: string;
}

export const FIRST_INPUT: SetupInput = {
  cloud: 'global',
  emulator: 'http://localhost:5174',
  audience: 'AzureADMyOrg',
  name: 'OneDrive Control',
  moreAddresses: '',
  features: ['change'],
  clientId: '',
  tenant: '',
};

/** What a page says to sign everybody in whom its registration admits; a single tenant has an id of its own. */
const TENANT_OF: Readonly<Record<SignInAudience, string | undefined>> = {
  AzureADMyOrg: undefined,
  AzureADMultipleOrgs: 'organizations',
  AzureADandPersonalMicrosoftAccount: 'common',
  PersonalMicrosoftAccount: 'consumers',
};

/** Those that the registration of a cloud can admit: personal accounts are of the global one alone. */
export function audiencesOf(cloud: SetupInput['cloud']): readonly SignInAudience[] {
  const work = ['AzureADMyOrg', 'AzureADMultipleOrgs'] as const;
  const isGlobal = cloud === 'global' || cloud === 'emulator';
  return isGlobal ? [...work, 'AzureADandPersonalMicrosoftAccount', 'PersonalMicrosoftAccount'] : work;
}

/** Where Microsoft keeps personal accounts. */
const CONSUMERS_TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** Whether a registration for this audience lets anybody in through this tenant. */
export function admits(audience: SignInAudience, tenant: string): boolean {
  const isPersonal = tenant === 'consumers' || tenant === CONSUMERS_TENANT;
  switch (audience) {
    case 'AzureADMyOrg':
      return !isPersonal && !isSharedTenant(tenant);
    case 'AzureADMultipleOrgs':
      return !isPersonal;
    case 'AzureADandPersonalMicrosoftAccount':
      return true;
    case 'PersonalMicrosoftAccount':
      return isPersonal;
  }
}

/** The tenant to configure; undefined where it has to be entered and was not. */
export function tenantOf({ audience, tenant }: Pick<SetupInput, 'audience' | 'tenant'>): string | undefined {
  return tenant.trim() || TENANT_OF[audience];
}
