import type { SetupInput } from '../setup-input';
import { tenantOf } from '../setup-input';
import type { ReadIds } from '../read-ids';
import { scopesOf } from './permissions';

/** What onedrive.config.json says. */
export interface ConfigurationFile {
  readonly clientId: string;
  readonly tenant?: string;
  readonly authority?: string;
  readonly cloud?: string;
  readonly redirectUri?: string;
  readonly scopes?: readonly string[];
}

/** Where the control signs in, as its settings name it; placeholders where something is not entered yet. */
export function settingsOf(input: SetupInput, { clientId, tenant }: ReadIds): ConfigurationFile {
  const named = tenant ?? tenantOf({ ...input, tenant: '' }) ?? TENANT_PLACEHOLDER;
  const scopes = scopesOf(input);
  return {
    clientId: clientId ?? CLIENT_ID_PLACEHOLDER,
    ...(input.cloud === 'emulator' ? { authority: `${input.emulator}/${named}` } : { tenant: named }),
    ...(input.cloud !== 'global' && input.cloud !== 'emulator' && { cloud: input.cloud }),
    ...(scopes && { scopes }),
  };
}

export const CLIENT_ID_PLACEHOLDER = 'YOUR-CLIENT-ID';
export const TENANT_PLACEHOLDER = 'YOUR-TENANT-ID';

/** The element, in a page of one's own. @param redirectUri of that page */
export function elementSnippet(settings: ConfigurationFile, redirectUri: string, canChange: boolean): string {
  const attributes = Object.entries({
    'client-id': settings.clientId,
    tenant: settings.tenant,
    authority: settings.authority,
    cloud: settings.cloud,
    scopes: settings.scopes?.join(' '),
    'redirect-uri': pathOf(redirectUri),
  }).flatMap(([name, value]) => (value === undefined ? [] : [`  ${name}="${escapeAttribute(value)}"`]));
  return [
    '<script type="module" src="/onedrive/onedrive-control.js"></script>',
    '<onedrive-control',
    ...attributes,
    ...(canChange ? [] : ['  readonly']),
    '></onedrive-control>',
  ].join('\n');
}

export function reactSnippet(settings: ConfigurationFile, redirectUri: string, canChange: boolean): string {
  const props = Object.entries({ ...settings, redirectUri: pathOf(redirectUri) }).map(
    ([name, value]) => `    ${name}={${JSON.stringify(value)}}`,
  );
  return [
    "import { OneDriveControl } from 'onedrive-control';",
    '',
    'export const Files = () => (',
    '  <OneDriveControl',
    ...props,
    ...(canChange ? [] : ['    readonly']),
    '  />',
    ');',
  ].join('\n');
}

/** It is on the page's own site, so that its path says enough. */
function pathOf(redirectUri: string): string {
  return URL.canParse(redirectUri) ? new URL(redirectUri).pathname : redirectUri;
}

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
