import { looksSecret } from './looks-secret';
import { secretIn, wrongSetting } from './setting-problem';

const TENANT =
  /^(?:common|organizations|consumers|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?:[a-z0-9][a-z0-9-]*\.)+[a-z0-9-]+)$/i;

/** A directory's id, one of its domains, or one of the words for many of them. */
export function isTenant(text: string): boolean {
  return TENANT.test(text);
}

const SHARED = new Set(['common', 'organizations', 'consumers']);

/** A word for many directories. Only an app that is registered for more than one of them may be used there. */
export function isSharedTenant(tenant: string): boolean {
  return SHARED.has(tenant);
}

/** One spelling of a tenant. @throws OneDriveError `configuration-invalid` */
export function readTenant(given: string): string {
  const tenant = given.trim();
  if (isTenant(tenant)) return tenant.toLowerCase();
  if (/^https?:/i.test(tenant)) throw wrongSetting('tenant.address', given);
  if (looksSecret(tenant)) throw secretIn('tenant');
  throw wrongSetting(/[<{]/.test(tenant) ? 'tenant.placeholder' : 'tenant.malformed', given);
}
