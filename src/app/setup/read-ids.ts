import { resolveCloud, settingProblemOf, type SettingProblem } from '../../auth';
import { OneDriveError } from '../../control';

/** What was understood of the two ids that somebody typed or pasted. */
export interface ReadIds {
  readonly clientId: string | undefined;
  readonly tenant: string | undefined;
  readonly problems: readonly IdProblem[];
}

export type IdProblem =
  /** 40 letters with a tilde or so: the value of a client secret, which nobody may have but a server. */
  | { readonly field: 'clientId' | 'tenant'; readonly kind: 'secret' }
  | { readonly field: 'clientId'; readonly kind: 'malformed' }
  | { readonly field: 'clientId'; readonly kind: 'same' }
  | { readonly field: 'tenant'; readonly kind: 'setting'; readonly problem: SettingProblem };

const GUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const LABELLED_TENANT = new RegExp(`tenant\\)?\\s*ID\\s*[:=]?\\s*(${GUID})`, 'i');
const SECRET = /^[\w.~-]{34,44}$/;

/** Understands what portals give: an id with its label, a whole overview pasted into one field, an issuer. */
export function readIds(given: { readonly clientId: string; readonly tenant: string }): ReadIds {
  const problems: IdProblem[] = [];
  const clientId = readClientId(given.clientId, problems);
  const tenant = readTenant(given.tenant.trim() || tenantAmong(given.clientId), problems);
  if (clientId !== undefined && clientId === tenant) problems.push({ field: 'clientId', kind: 'same' });
  return { clientId, tenant, problems };
}

function readClientId(given: string, problems: IdProblem[]): string | undefined {
  const text = given.trim();
  if (text === '') return undefined;
  const labelled = new RegExp(`client\\)?\\s*ID\\s*[:=]?\\s*(${GUID})`, 'i').exec(text)?.[1];
  const found = labelled ?? new RegExp(`(?<![0-9a-f-])${GUID}(?![0-9a-f-])`, 'i').exec(text)?.[0];
  if (!found) problems.push({ field: 'clientId', kind: SECRET.test(text) ? 'secret' : 'malformed' });
  return found?.toLowerCase();
}

/** Of an overview that was pasted as a whole. */
function tenantAmong(text: string): string {
  return LABELLED_TENANT.exec(text)?.[1] ?? '';
}

function readTenant(given: string, problems: IdProblem[]): string | undefined {
  if (given === '') return undefined;
  const text = LABELLED_TENANT.exec(given)?.[1] ?? given;
  if (SECRET.test(text) && !new RegExp(`^${GUID}$`, 'i').test(text) && !text.includes('.')) {
    problems.push({ field: 'tenant', kind: 'secret' });
    return undefined;
  }
  try {
    const { authority } = resolveCloud(/^https?:/i.test(text) ? { authority: text } : { tenant: text });
    return authority.slice(authority.lastIndexOf('/') + 1);
  } catch (reason) {
    const problem = reason instanceof OneDriveError ? settingProblemOf(reason) : undefined;
    if (!problem) throw reason;
    problems.push({ field: 'tenant', kind: 'setting', problem });
    return undefined;
  }
}
