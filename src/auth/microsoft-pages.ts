import { isLocalAuthority } from './cloud';
import type { Account } from './connection';
import type { Registration } from './registration';

/** The tenant of all personal accounts. Source: learn.microsoft.com, entra/identity-platform/id-token-claims-reference. */
const PERSONAL_TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** My Apps of each cloud. That of China was not found in Microsoft's documents. */
const MY_APPS: Readonly<Record<string, string>> = {
  'https://login.microsoftonline.com': 'https://myapps.microsoft.com',
  'https://login.microsoftonline.us': 'https://myapps.microsoft.us',
};

export function isPersonal({ tenantId }: Account): boolean {
  return tenantId === PERSONAL_TENANT;
}

/** Where somebody sees which apps may do what, and takes it back; undefined where it is not known. */
export function consentPage(account: Account, authority: string): string | undefined {
  if (isLocalAuthority(authority)) return undefined;
  if (isPersonal(account)) return 'https://account.live.com/consent/Manage';
  return MY_APPS[new URL(authority).origin];
}

/** Tenants that stand for many: an administrator consents for the one of the account that signs in. */
const MANY_TENANTS = new Set(['common', 'consumers']);

/**
 * Where an administrator gives an app its permissions for the whole organisation.
 *
 * @param scopes short; @param graphRoot the cloud's, because the page wants full addresses
 * @see https://learn.microsoft.com/en-us/entra/identity-platform/v2-admin-consent
 */
export function adminConsentPage(
  { clientId, redirectUri, authority }: Registration,
  { scopes, graphRoot }: { readonly scopes: readonly string[]; readonly graphRoot: string },
): string {
  const slash = authority.lastIndexOf('/');
  const tenant = authority.slice(slash + 1);
  const address = new URL(
    `${authority.slice(0, slash)}/${MANY_TENANTS.has(tenant) ? 'organizations' : tenant}/v2.0/adminconsent`,
  );
  address.searchParams.set('client_id', clientId);
  address.searchParams.set('scope', scopes.map((scope) => `${new URL(graphRoot).origin}/${scope}`).join(' '));
  address.searchParams.set('redirect_uri', redirectUri);
  return address.href;
}
