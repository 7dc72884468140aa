import { invalidSetting, isSecureAddress } from '../lib';

/** Microsoft's clouds. */
export type CloudName = 'global' | 'usgov' | 'usgov-dod' | 'china';

/** Where to sign in and where Graph is. */
export interface Cloud {
  /** `https://login.microsoftonline.com/<tenant>`, or the emulator's: http on loopback, or below a path. */
  readonly authority: string;
  /** `https://graph.microsoft.com/v1.0`; no slash at the end. */
  readonly graphRoot: string;
}

interface CloudHosts {
  readonly login: string;
  readonly graph: string;
}

// Source: microsoft-graph-docs, concepts/deployments.
const CLOUDS: Record<CloudName, CloudHosts> = {
  global: { login: 'https://login.microsoftonline.com', graph: 'https://graph.microsoft.com' },
  usgov: { login: 'https://login.microsoftonline.us', graph: 'https://graph.microsoft.us' },
  'usgov-dod': { login: 'https://login.microsoftonline.us', graph: 'https://dod-graph.microsoft.us' },
  china: {
    login: 'https://login.partner.microsoftonline.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
  },
};
/** Older addresses of the same sign-in; MSAL rewrites them. */
const ALIASES: Readonly<Record<string, CloudName>> = { 'https://login.chinacloudapi.cn': 'china' };
/** What may follow the tenant in an issuer or in the address of an endpoint. */
const PROTOCOL_PATH = /(?:\/(?:oauth2|v2\.0)(?:\/.*)?|\/+)$/i;
const TENANT = /^[a-z0-9][a-z0-9.-]*$/i;

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
export function resolveCloud({ tenant = 'common', authority, cloud = 'global' }: CloudChoice): Cloud {
  const hosts = readHosts(cloud);
  if (authority === undefined) {
    if (!TENANT.test(tenant)) throw invalidSetting('tenant');
    return { authority: `${hosts.login}/${tenant.toLowerCase()}`, graphRoot: graphRoot(hosts.graph) };
  }
  const { origin, base, tenant: named } = readAuthority(authority);
  const address = `${base}/${named}`;
  const chosen = typeof cloud !== 'string' || hosts.login === origin;
  if (chosen) return { authority: address, graphRoot: graphRoot(hosts.graph) };
  if (isLocalAuthority(address)) return { authority: address, graphRoot: graphRoot(base) };
  return { authority: address, graphRoot: graphRoot((hostsOf(origin) ?? hosts).graph) };
}

/**
 * Another place of Graph than the cloud's own, checked: tokens go to this origin and to no other.
 *
 * @param address `https://graph.example/v1.0`; without a path it is `/v1.0`
 * @throws OneDriveError `configuration-invalid`
 */
export function resolveGraphRoot(address: string): string {
  if (!isSecureAddress(address)) throw invalidSetting('graph');
  const { origin, pathname, search, hash, username, password } = new URL(address);
  if ([search, hash, username, password].some((part) => part !== '')) throw invalidSetting('graph');
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
  return Object.values(CLOUDS).some(({ graph }) => graph === origin);
}

function readHosts(cloud: NonNullable<CloudChoice['cloud']>): CloudHosts {
  if (typeof cloud === 'string') {
    if (!Object.hasOwn(CLOUDS, cloud)) throw invalidSetting('cloud');
    return CLOUDS[cloud];
  }
  if (!isSecureAddress(cloud.authority) || !isSecureAddress(cloud.graph)) throw invalidSetting('cloud');
  return { login: new URL(cloud.authority).origin, graph: new URL(cloud.graph).origin };
}

function hostsOf(login: string): CloudHosts | undefined {
  const alias = ALIASES[login];
  return alias ? CLOUDS[alias] : Object.values(CLOUDS).find((hosts) => hosts.login === login);
}

function readAuthority(authority: string): { origin: string; base: string; tenant: string } {
  if (!isSecureAddress(authority)) throw invalidSetting('authority');
  const { origin, pathname } = new URL(authority);
  const segments = pathname.replace(PROTOCOL_PATH, '').split('/').slice(1);
  // Microsoft's own authorities begin with the tenant; only others may stand below a path.
  const tenant = (hostsOf(origin) ? segments[0] : segments.at(-1)) ?? '';
  const above = hostsOf(origin) ? [] : segments.slice(0, -1);
  if (!TENANT.test(tenant)) throw invalidSetting('authority');
  return { origin, base: [origin, ...above].join('/'), tenant };
}

function graphRoot(base: string): string {
  return `${base}/v1.0`;
}
