/** Microsoft's clouds. */
export type CloudName = 'global' | 'usgov' | 'usgov-dod' | 'china';

/** Two origins: sign-in and Graph. */
export interface CloudHosts {
  readonly login: string;
  readonly graph: string;
}

// Source: microsoft-graph-docs, concepts/deployments.
export const MICROSOFT_CLOUDS: Readonly<Record<CloudName, CloudHosts>> = {
  global: { login: 'https://login.microsoftonline.com', graph: 'https://graph.microsoft.com' },
  usgov: { login: 'https://login.microsoftonline.us', graph: 'https://graph.microsoft.us' },
  'usgov-dod': { login: 'https://login.microsoftonline.us', graph: 'https://dod-graph.microsoft.us' },
  china: {
    login: 'https://login.partner.microsoftonline.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
  },
};

/** Other addresses of the same sign-in, and issuers of its older tokens. Source: MSAL's AuthorityMetadata. */
const ALIASES: Readonly<Record<string, CloudName>> = {
  'https://login.windows.net': 'global',
  'https://login.microsoft.com': 'global',
  'https://sts.windows.net': 'global',
  'https://login.usgovcloudapi.net': 'usgov',
  'https://login.chinacloudapi.cn': 'china',
  'https://sts.chinacloudapi.cn': 'china',
};

/** The cloud that signs in at an origin; of the two American ones, which share theirs, the one for everybody. */
export function cloudAtLogin(origin: string): CloudHosts | undefined {
  const alias = ALIASES[origin];
  if (alias) return MICROSOFT_CLOUDS[alias];
  return Object.values(MICROSOFT_CLOUDS).find(({ login }) => login === origin);
}
