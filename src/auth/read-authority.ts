import { isSecureAddress } from '../lib';
import { cloudAtLogin, type CloudHosts } from './microsoft-clouds';
import { wrongSetting } from './setting-problem';
import { isTenant } from './tenant';

/** What an authority, or the issuer that a guide prints, says. */
export interface ReadAuthority {
  /** One of Microsoft's clouds; undefined where it is somebody else's. */
  readonly cloud: CloudHosts | undefined;
  /** All before the tenant, without a slash at the end. */
  readonly base: string;
  readonly tenant: string;
}

/** What may follow the tenant in an issuer, in the address of its metadata or of an endpoint. */
const PROTOCOL_PATH = /(?:\/(?:oauth2|v2\.0|\.well-known|discovery)(?:\/.*)?|\/+)$/i;
/** Azure AD B2C and Entra External ID: directories of customers, whose accounts have no OneDrive. */
const CUSTOMERS_HOST = /\.(?:b2clogin|ciamlogin)\.(?:com|us|cn)$/;
const CUSTOMERS_PATH = /\/(?:tfp|b2c_1\w*)(?:\/|$)/i;
/** `<Tenant ID>`, `{tenantid}`: nobody has filled it in. */
const PLACEHOLDER = /[<{]|%3c|%7b/i;

/**
 * Takes an authority in whatever form it is printed: `https://login.microsoftonline.com/<tenant>`, the issuer of
 * OpenID Connect with `/v2.0`, the older one of sts.windows.net, the address of the metadata or of an endpoint.
 *
 * @throws OneDriveError `configuration-invalid`
 */
export function readAuthority(given: string): ReadAuthority {
  const address = given.trim();
  const wrong = (reason: Reason) => wrongSetting(`authority.${reason}`, given);
  if (!URL.canParse(address)) throw wrong('malformed');
  if (!isSecureAddress(address)) throw wrong('insecure');
  const { origin, hostname, pathname } = new URL(address);
  if (CUSTOMERS_HOST.test(hostname) || CUSTOMERS_PATH.test(pathname)) throw wrong('customers');
  if (PLACEHOLDER.test(pathname)) throw wrong('placeholder');
  const segments = pathname.replace(PROTOCOL_PATH, '').split('/').slice(1);
  if (segments.at(-1)?.toLowerCase() === 'adfs') throw wrong('federation');
  const cloud = cloudAtLogin(origin);
  // Microsoft's own authorities begin with the tenant; only others may stand below a path.
  const tenant = (cloud ? segments[0] : segments.at(-1)) ?? '';
  const above = cloud ? [] : segments.slice(0, -1);
  if (!isTenant(tenant)) throw wrong('no-tenant');
  return { cloud, base: [cloud?.login ?? origin, ...above].join('/'), tenant: tenant.toLowerCase() };
}

type Reason = 'malformed' | 'insecure' | 'customers' | 'placeholder' | 'federation' | 'no-tenant';
