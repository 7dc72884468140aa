import * as v from 'valibot';
import { readSignIn, type ReadSignIn, type SettingProblem, type SignInSettings } from '../auth';

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
  interaction: v.optional(v.picklist(['auto', 'popup', 'redirect'])),
  loginHint: v.optional(v.string()),
  sid: v.optional(v.string()),
  domainHint: v.optional(v.string()),
  root: v.optional(v.string()),
  locale: v.optional(v.string()),
  theme: v.optional(v.picklist(['auto', 'light', 'dark'])),
  setup: v.optional(v.union([v.boolean(), v.pipe(v.picklist(['true', 'false']), v.transform(isTrue))])),
};
const schema = v.strictObject(keys);

export const CONFIGURATION_KEYS: readonly string[] = Object.keys(keys);

/** A setting of signing in that can't be right, or something about the file itself. */
export type ConfigurationProblem =
  | SettingProblem
  | {
      readonly code: `file.${'unreadable' | 'unreachable' | 'unknown-key' | 'wrong-value'}`;
      readonly value: string;
    };

export interface Configuration {
  readonly signIn: SignInSettings;
  /** What has become of them. */
  readonly read: ReadSignIn;
  /** Names of the folders from the drive's root to the one users cannot leave. */
  readonly rootPath: readonly string[];
  readonly locale: string | undefined;
  readonly theme: 'auto' | 'light' | 'dark';
}

interface Outcome {
  /** Whether the set-up assistant may be shown. */
  readonly setup: boolean;
  /** As it was written, for the assistant to begin with. */
  readonly given: Readonly<Record<string, unknown>>;
}

export type ConfigurationOutcome = Outcome &
  (
    | { readonly kind: 'ready'; readonly configuration: Configuration }
    | { readonly kind: 'wrong'; readonly problems: readonly ConfigurationProblem[] }
    /** Nobody has said yet which app registration is to be used. */
    | { readonly kind: 'unconfigured' }
  );

/** A page nobody has configured yet may still be served over http: the assistant tells of it. */
const NOT_YET: ReadonlySet<string> = new Set(['clientId.missing', 'redirectUri.insecure']);

/** Checks everything at once, so that a wrong file is corrected in one go. @param pageAddress where the SPA runs */
export function readConfiguration(json: object, pageAddress: string): ConfigurationOutcome {
  const given = { ...json };
  const parsed = v.safeParse(schema, json);
  if (!parsed.success) {
    // Who hides the assistant hides it whatever else is wrong.
    const { setup } = keys;
    const hidden = v.safeParse(setup, 'setup' in json ? json.setup : undefined).output === false;
    return { kind: 'wrong', setup: !hidden, given, problems: parsed.issues.map(describeIssue) };
  }
  const { root, locale, theme = 'auto', setup = true, redirectUri, ...raw } = parsed.output;
  const outcome = { setup, given };
  const signIn = { ...raw, redirectUri: absolute(redirectUri ?? 'oauth2callback.html', pageAddress) };
  const reading = readSignIn(signIn);
  const problems = [
    ...(reading.kind === 'wrong' ? reading.problems : []),
    ...checkOrigin(signIn.redirectUri, pageAddress),
  ];
  if (reading.kind === 'ready' && problems.length === 0) {
    const rootPath = (root ?? '').split('/').filter((name) => name !== '');
    const configuration = { signIn: { ...signIn, clientId: reading.signIn.clientId }, read: reading.signIn };
    return { ...outcome, kind: 'ready', configuration: { ...configuration, rootPath, locale, theme } };
  }
  const isUnconfigured =
    problems.some(({ code }) => code === 'clientId.missing') &&
    problems.every(({ code }) => NOT_YET.has(code));
  return isUnconfigured ? { ...outcome, kind: 'unconfigured' } : { ...outcome, kind: 'wrong', problems };
}

function describeIssue(issue: v.BaseIssue<unknown>): ConfigurationProblem {
  const key = issue.path?.[0]?.key;
  if (typeof key !== 'string') return { code: 'file.unreadable', value: '' };
  return { code: CONFIGURATION_KEYS.includes(key) ? 'file.wrong-value' : 'file.unknown-key', value: key };
}

/** The address as it was given where it is none, to be shown to whoever wrote it. */
function absolute(address: string, pageAddress: string): string {
  return URL.canParse(address, pageAddress) ? new URL(address, pageAddress).href : address;
}

/** MSAL hears of the answer by a channel that ends at the origin: from another one it would wait for ever. */
function checkOrigin(redirectUri: string, pageAddress: string): SettingProblem[] {
  const { host } = new URL(pageAddress);
  // Another scheme is told as what it is: not secure.
  if (!URL.canParse(redirectUri) || new URL(redirectUri).host === host) return [];
  return [{ code: 'redirectUri.other-origin', value: redirectUri }];
}

function splitWords(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}

function isTrue(word: 'true' | 'false'): boolean {
  return word === 'true';
}
