import type { Cloud } from '../auth';

/** Hosts of bytes: uploads, downloads, thumbnails. To be confirmed against a real tenant (security.md). */
const MICROSOFT_BYTES = [
  'https://*.sharepoint.com',
  'https://*.sharepoint.us',
  'https://*.sharepoint.cn',
  'https://*.svc.ms',
  'https://*.1drv.com',
  'https://api.onedrive.com',
  'https://*.microsoftpersonalcontent.com',
];

export interface PolicyOptions {
  readonly cloud: Cloud;
  /** Where preauthenticated addresses lie, if not at Microsoft: the emulator's second origin. */
  readonly bytesOrigins?: readonly string[];
}

/** The policy of the SPA's pages: one function for every cloud and for the emulator. */
export function contentSecurityPolicy({ cloud, bytesOrigins = MICROSOFT_BYTES }: PolicyOptions): string {
  const login = new URL(cloud.authority).origin;
  const graph = new URL(cloud.graphRoot).origin;
  const bytes = bytesOrigins.join(' ');
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' blob: data: ${bytes}`,
    `connect-src 'self' ${[...new Set([login, graph])].join(' ')} ${bytes}`,
    `frame-src 'self' ${login}`,
    `form-action ${login}`,
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
