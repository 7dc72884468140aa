import { isLocalAuthority, type Cloud } from '../auth';

/**
 * Hosts of bytes (uploads, downloads, thumbnails) beside each Graph host. Unconfirmed: none was seen at a real tenant,
 * and those of US Government and China are what the global ones suggest.
 */
const BYTES_HOSTS: Readonly<Record<string, readonly string[]>> = {
  'https://graph.microsoft.com': [
    'https://*.sharepoint.com',
    'https://*.svc.ms',
    // Personal accounts, which only the global cloud has.
    'https://*.1drv.com',
    'https://api.onedrive.com',
    'https://*.microsoftpersonalcontent.com',
  ],
  'https://graph.microsoft.us': ['https://*.sharepoint.us', 'https://*.svc.ms'],
  'https://dod-graph.microsoft.us': ['https://*.sharepoint-mil.us', 'https://*.dps.mil', 'https://*.svc.ms'],
  'https://microsoftgraph.chinacloudapi.cn': ['https://*.sharepoint.cn', 'https://*.svc.ms'],
};

/** Whose addresses a policy is to allow. */
export interface PolicyOptions {
  /** {@link resolveCloud} makes it of what the control is given. */
  readonly cloud: Cloud;
  /** Where preauthenticated addresses lie; those of the cloud, or of the emulator, unless told. */
  readonly bytesOrigins?: readonly string[] | undefined;
}

/** The directives that a page with the control needs, each with what it must allow, besides the page's own. */
export interface HostPageDirectives {
  /** The files of the control, copied to the page's origin; add theirs where they lie elsewhere. */
  readonly 'script-src': readonly string[];
  readonly 'connect-src': readonly string[];
  readonly 'img-src': readonly string[];
  /** Films and sounds are played from where their bytes lie. */
  readonly 'media-src': readonly string[];
  /**
   * Tokens are renewed in a hidden frame; a page that gives the tokens itself (`getAccessToken`) needs none of that.
   * Microsoft's own pages of Office files stand in a frame, too.
   */
  readonly 'frame-src': readonly string[];
}

/**
 * What a page that embeds the control must allow in its Content-Security-Policy. No inline style or script, no
 * evaluation; Trusted Types may be required (`require-trusted-types-for 'script'`, `trusted-types 'none'`).
 *
 * @example hostPageDirectives({ cloud: resolveCloud({ tenant: 'contoso.com' }) })['connect-src'].join(' ')
 */
export function hostPageDirectives({ cloud, bytesOrigins }: PolicyOptions): HostPageDirectives {
  const login = new URL(cloud.authority).origin;
  const graph = new URL(cloud.graphRoot).origin;
  const bytes = bytesOrigins ?? bytesOf(cloud);
  return {
    'script-src': ["'self'"],
    'connect-src': [...new Set([login, graph, ...bytes])],
    'img-src': ['blob:', 'data:', ...bytes],
    'media-src': bytes,
    'frame-src': ["'self'", login, ...bytes],
  };
}

/** The policy of the SPA's pages: those of the element, and nothing else. */
export function contentSecurityPolicy(options: PolicyOptions): string {
  const needed = hostPageDirectives(options);
  return [
    "default-src 'none'",
    directive('script-src', needed['script-src']),
    "style-src 'self'",
    directive('img-src', ["'self'", ...needed['img-src']]),
    directive('media-src', needed['media-src']),
    directive('connect-src', ["'self'", ...needed['connect-src']]),
    directive('frame-src', needed['frame-src']),
    `form-action ${new URL(options.cloud.authority).origin}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "worker-src 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types onedrive-control',
  ].join('; ');
}

/** The redirect page runs one script, and hidden renewal frames of its own origin show it. */
export const CALLBACK_POLICY =
  "default-src 'none'; script-src 'self'; img-src data:; frame-ancestors 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

function directive(name: string, sources: readonly string[]): string {
  return [name, ...sources].join(' ');
}

function bytesOf({ authority, graphRoot }: Cloud): readonly string[] {
  const graph = new URL(graphRoot);
  const known = BYTES_HOSTS[graph.origin];
  if (known) return known;
  // The emulator's bytes are on the port after that of Graph, unless it is told otherwise; one below a path has one origin.
  if (graph.pathname !== '/v1.0' && isLocalAuthority(authority)) return [graph.origin];
  if (isLocalAuthority(authority)) return [`http://${graph.hostname}:${Number(graph.port) + 1}`];
  // Behind a gateway of the host's own stands some cloud, and nobody said which.
  return [...new Set(Object.values(BYTES_HOSTS).flat())];
}
