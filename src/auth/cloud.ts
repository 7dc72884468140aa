import { OneDriveError } from '../lib';

export type CloudName = 'global' | 'usgov' | 'usgov-dod' | 'china';

/** Where to sign in and where Graph is. */
export interface Cloud {
  /** `https://login.microsoftonline.com/<tenant>`, or http on loopback for the emulator. */
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
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

export interface CloudChoice {
  /** Tenant id, domain, `common`, `organizations` or `consumers`. */
  readonly tenant?: string | undefined;
  /** A full authority, or an OpenID issuer ending in `/v2.0`. Wins over `tenant`. */
  readonly authority?: string | undefined;
  readonly cloud?: CloudName | { readonly authority: string; readonly graph: string } | undefined;
}

/** @throws OneDriveError `configuration-invalid`, its serviceCode naming the setting */
export function resolveCloud({ tenant = 'common', authority, cloud = 'global' }: CloudChoice): Cloud {
  const hosts = typeof cloud === 'string' ? CLOUDS[cloud] : { login: cloud.authority, graph: cloud.graph };
  if (authority === undefined) {
    if (!/^[a-z0-9][a-z0-9.-]*$/i.test(tenant)) throw invalid('tenant');
    return {
      authority: `${trimSlash(hosts.login)}/${tenant.toLowerCase()}`,
      graphRoot: `${trimSlash(hosts.graph)}/v1.0`,
    };
  }
  const url = parseAuthority(authority);
  const address = `${url.origin}/${url.pathname.split('/')[1]}`;
  if (url.protocol === 'http:') return { authority: address, graphRoot: `${url.origin}/v1.0` };
  const known = Object.values(CLOUDS).find((candidate) => candidate.login === url.origin);
  return { authority: address, graphRoot: `${trimSlash((known ?? hosts).graph)}/v1.0` };
}

/** True for the emulator: plain http, which only loopback may use. */
export function isLocalAuthority(authority: string): boolean {
  return new URL(authority).protocol === 'http:';
}

function parseAuthority(authority: string): URL {
  if (!URL.canParse(authority)) throw invalid('authority');
  const url = new URL(authority);
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));
  const tenant = url.pathname.split('/')[1];
  if (!secure || !tenant) throw invalid('authority');
  return url;
}

function trimSlash(address: string): string {
  return address.replace(/\/+$/, '');
}

function invalid(setting: string): OneDriveError {
  return new OneDriveError('configuration-invalid', { serviceCode: setting });
}
