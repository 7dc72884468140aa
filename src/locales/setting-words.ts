import { fillIn } from './fill-in';

interface SettingWords {
  /** What is wrong; `{value}` is the setting as it was written. */
  readonly what: string;
  readonly fix: string;
}

const COPY_CLIENT_ID =
  'Copy the Application (client) ID from the overview of the app registration: 32 hexadecimal digits in five groups.';
const REVOKE =
  'Remove it here: the control needs none. It is known now: delete it in the app registration under Certificates & secrets, and if a server uses it, make a new one there.';
const TENANTS =
  'the directory (tenant) ID, one of the directory’s domains, common, organizations or consumers';
const AUTHORITY =
  'It looks like https://login.microsoftonline.com/YOUR-TENANT, with or without /v2.0 behind it.';

/** By the codes of `SETTING_PROBLEMS` (src/auth), and those of the file onedrive.config.json. */
export const settingWords = {
  'clientId.missing': {
    what: 'The client id is missing.',
    fix: `Set clientId (client-id of the element). ${COPY_CLIENT_ID}`,
  },
  'clientId.malformed': { what: 'The client id “{value}” is not a valid id.', fix: COPY_CLIENT_ID },
  'clientId.secret': {
    what: 'A client secret seems to stand in place of the client id. Everybody who opens this page can read it.',
    fix: `${REVOKE} ${COPY_CLIENT_ID}`,
  },
  'tenant.malformed': {
    what: 'The tenant “{value}” is not valid.',
    fix: `Use ${TENANTS}.`,
  },
  'tenant.placeholder': {
    what: 'The tenant “{value}” is still the example of a guide.',
    fix: `Put in its place ${TENANTS}.`,
  },
  'tenant.address': {
    what: 'The tenant “{value}” is a whole address.',
    fix: 'Give the address as “authority” instead, or only the part of it that names the tenant.',
  },
  'tenant.secret': {
    what: 'A client secret seems to stand in place of the tenant. Everybody who opens this page can read it.',
    fix: `${REVOKE} The tenant is ${TENANTS}.`,
  },
  'tenant.work-only': {
    what: 'The tenant “{value}” means personal accounts, which only the global cloud has.',
    fix: 'Use the directory (tenant) ID or organizations, or leave “cloud” out.',
  },
  'authority.malformed': { what: 'The authority “{value}” is not an address.', fix: AUTHORITY },
  'authority.insecure': {
    what: 'The authority “{value}” does not start with https://.',
    fix: `${AUTHORITY} Only an emulator on this computer may use http.`,
  },
  'authority.placeholder': {
    what: 'In the authority “{value}” the tenant is still the example of a guide.',
    fix: `Put in its place ${TENANTS}.`,
  },
  'authority.no-tenant': {
    what: 'The authority “{value}” names no tenant.',
    fix: `${AUTHORITY} The tenant is ${TENANTS}.`,
  },
  'authority.customers': {
    what: 'The authority “{value}” belongs to Azure AD B2C or Entra External ID.',
    fix: 'Accounts of customers have no OneDrive. Use the authority of the organisation whose Microsoft 365 it is.',
  },
  'authority.federation': {
    what: 'The authority “{value}” is a federation server (AD FS).',
    fix: 'Microsoft Graph takes only tokens of Microsoft Entra ID. Use the authority of the organisation’s directory there.',
  },
  'authority.unknown-host': {
    what: 'The authority “{value}” is none of Microsoft’s.',
    fix: 'Use login.microsoftonline.com or the host of a national cloud. For a cloud that is not listed, set “cloud” to its pair of addresses: authority and graph.',
  },
  'authority.other-cloud': {
    what: 'The authority “{value}” belongs to another cloud than the one that is set.',
    fix: 'Leave “cloud” out, or use the authority of that cloud.',
  },
  'cloud.unknown': {
    what: 'The cloud “{value}” is not known.',
    fix: 'Use global, usgov, usgov-dod or china, or a pair of addresses: authority and graph.',
  },
  'cloud.insecure': {
    what: 'The address “{value}” of the cloud does not start with https://.',
    fix: 'Give the addresses of its sign-in and of its Microsoft Graph, such as https://graph.microsoft.com.',
  },
  'graph.malformed': {
    what: 'The address “{value}” of Microsoft Graph is not valid.',
    fix: 'It is a secure address such as https://graph.microsoft.com/v1.0.',
  },
  'publicClientApplication.foreign': {
    what: 'publicClientApplication is not an MSAL application.',
    fix: 'Set the property to the PublicClientApplication that the page signs in with, once it is initialized.',
  },
  'publicClientApplication.other-version': {
    what: 'publicClientApplication is of an older version of MSAL.',
    fix: 'Use @azure/msal-browser 5 in the page, or give the control its tokens by getAccessToken.',
  },
  'redirectUri.missing': {
    what: 'The redirect address is missing.',
    fix: 'Put oauth2callback.html and oauth2callback.js on the page’s own site, register the address of the page as a single-page application, and set it as redirectUri (redirect-uri).',
  },
  'redirectUri.insecure': {
    what: 'The redirect address “{value}” is not secure.',
    fix: 'Serve this page over https; only localhost may use http.',
  },
  'redirectUri.inexact': {
    what: 'The redirect address “{value}” has a # or a * in it.',
    fix: 'Microsoft compares redirect addresses letter by letter: name one page, without anything behind its path.',
  },
  'redirectUri.other-origin': {
    what: 'The redirect address “{value}” is on another site than this page.',
    fix: 'The answer of the sign-in is heard only on the page’s own site: scheme, host and port have to be the same.',
  },
  'scopes.other-resource': {
    what: 'The scope “{value}” is not one of Microsoft Graph.',
    fix: 'The control talks to Microsoft Graph alone. Name scopes such as Files.Read, or https://graph.microsoft.com/Files.Read.',
  },
  'scopes.unknown': {
    what: 'The scope “{value}” does not exist.',
    fix: 'Check its spelling, such as Files.ReadWrite or Sites.Read.All.',
  },
  'scopes.default-mixed': {
    what: 'The scopes “{value}” mix .default with others.',
    fix: '.default means all permissions of the app registration. Use it alone, or name each scope.',
  },
  'file.unreadable': {
    what: 'The file onedrive.config.json is not valid JSON.',
    fix: 'Correct it; a missing or extra comma is the usual cause.',
  },
  'file.unreachable': {
    what: 'The settings of this page could not be loaded.',
    fix: 'Try again in a moment. If it stays so, tell whoever runs this page that onedrive.config.json can’t be read.',
  },
  'file.unknown-key': { what: '“{value}” is not a setting.', fix: 'Known settings: {known}.' },
  'file.wrong-value': {
    what: 'The value of “{value}” is not one of those allowed.',
    fix: 'See docs/configuration.md.',
  },
} as const satisfies Readonly<Record<string, SettingWords>>;

export type SettingWordsCode = keyof typeof settingWords;

/** The sentences of one problem; `known` are the settings that there are. */
export function describeSetting(
  { code, value }: { readonly code: SettingWordsCode; readonly value: string },
  known: readonly string[] = [],
): SettingWords {
  const { what, fix } = settingWords[code];
  const values = { value: value.trim(), known: known.join(', ') };
  return { what: fillIn(what, values), fix: fillIn(fix, values) };
}

export function isSettingWordsCode(code: unknown): code is SettingWordsCode {
  return typeof code === 'string' && Object.hasOwn(settingWords, code);
}

/** Around them, in the single-page app. */
export const configurationTexts = {
  title: 'This page is not set up yet',
  intro: 'Its settings (onedrive.config.json) can’t be used:',
  meant: 'Did you mean {suggestion}?',
  who: 'Whoever runs this page has to correct the file and load the page again. Nothing was sent to Microsoft.',
  unconfigured:
    'Nobody has told this page yet which app registration it belongs to. Whoever administers it has to set the client id in onedrive.config.json (docs/setup.md).',
  assistant: 'Open the set-up assistant',
} as const;
