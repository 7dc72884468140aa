import * as v from 'valibot';
import type { Environment } from '../../control';
import { FEATURES } from './outputs/permissions';
import { readIds, withoutSecrets } from './read-ids';
import { audiencesOf, FIRST_INPUT, type SetupInput } from './setup-input';

const KEY = 'onedrive-control.setup';

const schema = v.object({
  cloud: v.picklist(['global', 'usgov', 'usgov-dod', 'china', 'emulator']),
  emulator: v.string(),
  audience: v.picklist(audiencesOf('global')),
  name: v.string(),
  moreAddresses: v.string(),
  features: v.array(v.picklist(FEATURES)),
  clientId: v.string(),
  tenant: v.string(),
});

type TabStorage = Pick<Environment, 'tabStorage'>;

/** What was entered in this tab before; what can't be read is begun anew. */
export function readKeptInput({ tabStorage }: TabStorage): SetupInput | undefined {
  try {
    const kept: unknown = JSON.parse(tabStorage()?.getItem(KEY) ?? 'null');
    const { success, output } = v.safeParse(schema, kept);
    return success ? output : undefined;
  } catch {
    return undefined;
  }
}

export function keepInput({ tabStorage }: TabStorage, input: SetupInput): void {
  try {
    tabStorage()?.setItem(KEY, JSON.stringify(withoutSecrets(input)));
  } catch {
    // A full or forbidden storage only means that a reload begins anew.
  }
}

export function forgetInput({ tabStorage }: TabStorage): void {
  tabStorage()?.removeItem(KEY);
}

/** Of nothing but where the emulator is, which a development server tells of a page that nobody has set up. */
export function firstInput(given: Readonly<Record<string, unknown>>): SetupInput {
  const emulator = emulatorOf(v.parse(givenSchema, given).authority);
  return { ...FIRST_INPUT, ...(emulator !== undefined && { emulator }) };
}

function emulatorOf(authority: string): string | undefined {
  return /^(https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?)\//.exec(authority)?.[1];
}

/** What the page is configured with already is where the assistant begins. */
export function inputOf(given: Readonly<Record<string, unknown>>): SetupInput {
  const { clientId, tenant, authority, cloud } = v.parse(givenSchema, given);
  const emulator = emulatorOf(authority);
  if (emulator !== undefined && clientId === '') return firstInput(given);
  const named = readIds({ clientId: '', tenant: tenant || authority }).tenant ?? '';
  const audience = AUDIENCES[named] ?? (named === '' ? FIRST_INPUT.audience : 'AzureADMyOrg');
  return {
    ...firstInput(given),
    clientId,
    audience,
    tenant: AUDIENCES[named] ? '' : named,
    cloud: emulator === undefined ? cloud : 'emulator',
  };
}

const text = v.fallback(v.string(), '');
const givenSchema = v.object({
  clientId: v.optional(text, ''),
  tenant: v.optional(text, ''),
  authority: v.optional(text, ''),
  cloud: v.optional(v.fallback(v.picklist(['global', 'usgov', 'usgov-dod', 'china']), 'global'), 'global'),
});

const AUDIENCES: Readonly<Record<string, SetupInput['audience']>> = {
  organizations: 'AzureADMultipleOrgs',
  common: 'AzureADandPersonalMicrosoftAccount',
  consumers: 'PersonalMicrosoftAccount',
};
