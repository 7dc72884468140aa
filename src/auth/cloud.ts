import { isSecureAddress } from '../lib';
import { MICROSOFT_CLOUDS, type CloudHosts, type CloudName } from './microsoft-clouds';
import { readAuthority } from './read-authority';
import { wrongSetting } from './setting-problem';
import { readTenant } from './tenant';

/** Where to sign in and where Graph is. */
export interface Cloud {
  /** `https://login.microsoftonline.com/<tenant>`, or the emulator's: http on loopback, or below a path. */
  readonly authority: string;
  /** `https://graph.microsoft.com/v1.0`; no slash at the end. */
  readonly graphRoot: string;
}

/** Which cloud to sign in to, and which tenant of it. */
export interface CloudChoice {
  /** Tenant id, domain, `common`, `organizations` or `consumers`. */
  readonly tenant?: string | undefined;
  /** A full authority, or an OpenID issuer ending in `/v2.0`. Wins over `tenant`. */
  readonly authority?: string | undefined;
  /** One of Microsoft's clouds by its name, `global` unless told. In React and in code also another: `{authority, graph}`. */
  readonly cloud?: CloudName | { readonly authority: string; readonly graph: string } | undefined;
}

/** The addresses of a cloud, checked. @throws OneDriveError `configuration-invalid`, its serviceCode naming the setting */
export function resolveCloud(choice: CloudChoice): Cloud {
  const { tenant = 'common', authority, cloud = 'global' } = choice;
  const hosts = readHosts(cloud);
  if (authority !== undefined) return cloudOfAuthority(authority, hosts, choice.cloud);
  const named = readTenant(tenant);
  // Personal accounts are of the global cloud alone.
  if (named === 'consumers' && cloud !== 'global' && typeof cloud === 'string') {
    throw wrongSetting('tenant.work-only', tenant);
  }
  return { authority: `${hosts.login}/${named}`, graphRoot: graphRoot(hosts.graph) };
}

function cloudOfAuthority(given: string, hosts: CloudHosts, chosen: CloudChoice['cloud']): Cloud {
  const { cloud: known, base, tenant } = readAuthority(given);
  const authority = `${base}/${tenant}`;
  // The two American clouds sign in at one place, and an old issuer may stand for any cloud.
  if (typeof chosen === 'object' || known?.login === hosts.login) {
    return { authority, graphRoot: graphRoot(hosts.graph) };
  }
  if (known && isNeutralIssuer(given)) {
    return { authority: `${hosts.login}/${tenant}`, graphRoot: graphRoot(hosts.graph) };
  }
  if (known && chosen !== undefined) throw wrongSetting('authority.other-cloud', given);
  if (known) return { authority, graphRoot: graphRoot(known.graph) };
  if (isLocalAuthority(authority)) return { authority, graphRoot: graphRoot(base) };
  throw wrongSetting('authority.unknown-host', given);
}

/** The American clouds for the government issue older tokens under the global cloud's name. */
function isNeutralIssuer(authority: string): boolean {
  return new URL(authority.trim()).hostname === 'sts.windows.net';
}

/**
 * Another place of Graph than the cloud's own, checked: tokens go to this origin and to no other.
 *
 * @param address `https://graph.example/v1.0`; without a path it is `/v1.0`
 * @throws OneDriveError `configuration-invalid`
 */
export function resolveGraphRoot(address: string): string {
  if (!isSecureAddress(address)) throw wrongSetting('graph.malformed', address);
  const { origin, pathname, search, hash, username, password } = new URL(address);
  if ([search, hash, username, password].some((part) => part !== '')) {
    throw wrongSetting('graph.malformed', address);
  }
  const path = pathname.replace(/\/+$/, '');
  return path === '' ? graphRoot(origin) : `${origin}${path}`;
}

/** True for the emulator: plain http, which only loopback may use, or mounted below a path of a page's own server. */
export function isLocalAuthority(authority: string): boolean {
  const { protocol, pathname } = new URL(authority);
  return protocol === 'http:' || pathname.split('/').length > 2;
}

/** True for Graph of one of Microsoft's clouds, false for a gateway in front of it. */
export function isMicrosoftGraph(graphRoot: string): boolean {
  const { origin } = new URL(graphRoot);
  return Object.values(MICROSOFT_CLOUDS).some(({ graph }) => graph === origin);
}

function readHosts(cloud: NonNullable<CloudChoice['cloud']>): CloudHosts {
  if (typeof cloud === 'string') {
    if (!Object.hasOwn(MICROSOFT_CLOUDS, cloud)) throw wrongSetting('cloud.unknown', cloud);
    return MICROSOFT_CLOUDS[cloud];
  }
  for (const address of [cloud.authority, cloud.graph]) {
    if (!isSecureAddress(address)) throw wrongSetting('cloud.insecure', address);
  }
  return { login: new URL(cloud.authority).origin, graph: new URL(cloud.graph).origin };
}

function graphRoot(base: string): string {
  return `${base}/v1.0`;
}
