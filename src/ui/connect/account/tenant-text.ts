import type { Account } from '../../../auth';

/**
 * The organisation as people know it: the domain of their address, with the id that its administrators know. A guest's
 * address is of another organisation: of this one there is the id alone (docs/decisions/0018).
 */
export function tenantText({ id, username, tenantId }: Account): string {
  const domain = username.slice(username.lastIndexOf('@') + 1);
  // MSAL's ids end with the tenant that the account is at home in.
  const isHome = tenantId !== '' && id.toLowerCase().endsWith(`.${tenantId.toLowerCase()}`);
  return isHome && username.includes('@') ? `${domain} (${tenantId})` : tenantId;
}
