import { looksSecret, resolveCloud, settingProblemOf, type SettingProblem } from '../../auth';
import { OneDriveError } from '../../control';
import { admits, type SignInAudience } from './setup-input';

/** What was understood of the two ids that somebody typed or pasted. */
export interface ReadIds {
  readonly clientId: string | undefined;
  readonly tenant: string | undefined;
  readonly problems: readonly IdProblem[];
}

export type IdProblem =
  /** The value of a client secret, which nobody may have but a server. */
  | { readonly field: 'clientId'; readonly kind: 'secret' }
  | { readonly field: 'tenant'; readonly kind: 'secret' }
  | { readonly field: 'clientId'; readonly kind: 'malformed' }
  | { readonly field: 'clientId'; readonly kind: 'same' }
  /** Microsoft refuses everybody: the registration admits others than the tenant names. */
  | { readonly field: 'tenant'; readonly kind: 'contradiction'; readonly tenant: string }
  | { readonly field: 'tenant'; readonly kind: 'setting'; readonly problem: SettingProblem };

interface GivenIds {
  readonly clientId: string;
  readonly tenant: string;
  /** Whom the registration admits, where that is known. */
  readonly audience?: SignInAudience;
}

const GUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const LABELLED_TENANT = new RegExp(`tenant\\)?\\s*ID\\s*[:=]?\\s*(${GUID})`, 'i');

/** Understands what portals give: an id with its label, a whole overview pasted into one field, an issuer. */
export function readIds(given: GivenIds): ReadIds {
  const problems: IdProblem[] = [];
  const clientId = readClientId(given.clientId, problems);
  const named = readTenant(given.tenant.trim() || tenantAmong(given.clientId), problems);
  const tenant = checkAudience(named, given.audience, problems);
  if (clientId !== undefined && clientId === tenant) problems.push({ field: 'clientId', kind: 'same' });
  return { clientId, tenant, problems };
}

/** Of what was entered, what may be kept: a secret must not lie in the browser's storage. */
export function withoutSecrets<T extends GivenIds>(given: T): T {
  const secrets = readIds(given).problems.filter(({ kind }) => kind === 'secret');
  return secrets.reduce((kept, { field }) => ({ ...kept, [field]: '' }), given);
}

function readClientId(given: string, problems: IdProblem[]): string | undefined {
  const text = given.trim();
  if (text === '') return undefined;
  const labelled = new RegExp(`client\\)?\\s*ID\\s*[:=]?\\s*(${GUID})`, 'i').exec(text)?.[1];
  const found = labelled ?? new RegExp(`(?<![0-9a-f-])${GUID}(?![0-9a-f-])`, 'i').exec(text)?.[0];
  if (!found) problems.push({ field: 'clientId', kind: looksSecret(text) ? 'secret' : 'malformed' });
  return found?.toLowerCase();
}

function checkAudience(
  tenant: string | undefined,
  audience: SignInAudience | undefined,
  problems: IdProblem[],
): string | undefined {
  if (tenant === undefined || audience === undefined || admits(audience, tenant)) return tenant;
  problems.push({ field: 'tenant', kind: 'contradiction', tenant });
  return undefined;
}

/** Of an overview that was pasted as a whole. */
function tenantAmong(text: string): string {
  return LABELLED_TENANT.exec(text)?.[1] ?? '';
}

function readTenant(given: string, problems: IdProblem[]): string | undefined {
  if (given === '') return undefined;
  const text = LABELLED_TENANT.exec(given)?.[1] ?? given;
  try {
    const { authority } = resolveCloud(/^https?:/i.test(text) ? { authority: text } : { tenant: text });
    return authority.slice(authority.lastIndexOf('/') + 1);
  } catch (reason) {
    const problem = reason instanceof OneDriveError ? settingProblemOf(reason) : undefined;
    if (!problem) throw reason;
    const isSecret = problem.code === 'tenant.secret';
    problems.push({ field: 'tenant', ...(isSecret ? { kind: 'secret' } : { kind: 'setting', problem }) });
    return undefined;
  }
}
