import * as v from 'valibot';
import { resolveCloud, type Cloud, type CloudChoice, type IdentityConfiguration } from '../auth';
import { isSecureAddress, OneDriveError } from '../control';

/** What `onedrive.config.json` (or `VITE_*` at build time) may say. Source: docs/configuration.md. */
const keys = {
  clientId: v.optional(v.string()),
  tenant: v.optional(v.string()),
  authority: v.optional(v.string()),
  cloud: v.optional(
    v.union([
      v.picklist(['global', 'usgov', 'usgov-dod', 'china']),
      v.strictObject({ authority: v.string(), graph: v.string() }),
    ]),
  ),
  redirectUri: v.optional(v.string()),
  scopes: v.optional(v.union([v.array(v.string()), v.pipe(v.string(), v.transform(splitWords))])),
  cacheLocation: v.optional(v.picklist(['sessionStorage', 'localStorage', 'memoryStorage'])),
  loginHint: v.optional(v.string()),
  domainHint: v.optional(v.string()),
  root: v.optional(v.string()),
  locale: v.optional(v.string()),
  theme: v.optional(v.picklist(['auto', 'light', 'dark'])),
};
const schema = v.strictObject(keys);

export const CONFIGURATION_KEYS: readonly string[] = Object.keys(keys);

export type ConfigurationProblem =
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'missing-client-id' }
  | { readonly kind: 'client-id'; readonly value: string }
  | { readonly kind: 'tenant'; readonly value: string }
  | { readonly kind: 'authority'; readonly value: string }
  | { readonly kind: 'redirect-uri'; readonly value: string }
  | { readonly kind: 'unknown-key'; readonly key: string }
  | { readonly kind: 'wrong-value'; readonly key: string };

export interface Configuration {
  readonly identity: IdentityConfiguration;
  readonly cloud: Cloud;
  readonly scopes: readonly string[] | undefined;
  /** Names of the folders from the drive's root to the one users cannot leave. */
  readonly rootPath: readonly string[];
  readonly locale: string | undefined;
  readonly theme: 'auto' | 'light' | 'dark';
}

export type ConfigurationOutcome =
  | { readonly kind: 'ready'; readonly configuration: Configuration }
  | { readonly kind: 'wrong'; readonly problems: readonly ConfigurationProblem[] };

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Checks everything at once, so that a wrong file is corrected in one go. @param pageAddress where the SPA runs */
export function readConfiguration(json: unknown, pageAddress: string): ConfigurationOutcome {
  const parsed = v.safeParse(schema, json);
  if (!parsed.success) return { kind: 'wrong', problems: parsed.issues.map(describeIssue) };
  const raw = parsed.output;
  const redirectUri = absolute(raw.redirectUri ?? 'oauth2callback.html', pageAddress);
  const { cloud, problem } = readCloud({ tenant: raw.tenant, authority: raw.authority, cloud: raw.cloud });
  const problems = [
    ...checkClientId(raw.clientId),
    ...(problem ? [problem] : []),
    ...checkRedirectUri(redirectUri),
  ];
  if (!cloud || !raw.clientId || problems.length > 0) return { kind: 'wrong', problems };
  return {
    kind: 'ready',
    configuration: {
      identity: {
        clientId: raw.clientId,
        authority: cloud.authority,
        redirectUri,
        cacheLocation: raw.cacheLocation,
        loginHint: raw.loginHint,
        domainHint: raw.domainHint,
      },
      cloud,
      scopes: raw.scopes,
      rootPath: (raw.root ?? '').split('/').filter((name) => name !== ''),
      locale: raw.locale,
      theme: raw.theme ?? 'auto',
    },
  };
}

function describeIssue(issue: v.BaseIssue<unknown>): ConfigurationProblem {
  const key = issue.path?.[0]?.key;
  if (typeof key !== 'string') return { kind: 'unreadable' };
  return CONFIGURATION_KEYS.includes(key) ? { kind: 'wrong-value', key } : { kind: 'unknown-key', key };
}

function checkClientId(clientId: string | undefined): ConfigurationProblem[] {
  if (!clientId) return [{ kind: 'missing-client-id' }];
  return GUID.test(clientId) ? [] : [{ kind: 'client-id', value: clientId }];
}

/** The address as it was given where it is none, to be shown to whoever wrote it. */
function absolute(address: string, pageAddress: string): string {
  return URL.canParse(address, pageAddress) ? new URL(address, pageAddress).href : address;
}

function checkRedirectUri(address: string): ConfigurationProblem[] {
  return isSecureAddress(address) ? [] : [{ kind: 'redirect-uri', value: address }];
}

function readCloud(choice: CloudChoice): { cloud?: Cloud; problem?: ConfigurationProblem } {
  try {
    return { cloud: resolveCloud(choice) };
  } catch (cause) {
    const setting = cause instanceof OneDriveError ? cause.serviceCode : undefined;
    return { problem: cloudProblem(setting, choice) };
  }
}

function cloudProblem(setting: string | undefined, { tenant, authority }: CloudChoice): ConfigurationProblem {
  if (setting === 'tenant') return { kind: 'tenant', value: tenant ?? '' };
  if (setting === 'authority') return { kind: 'authority', value: authority ?? '' };
  return { kind: 'wrong-value', key: 'cloud' };
}

function splitWords(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}
