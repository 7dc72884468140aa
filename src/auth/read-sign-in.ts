import { isSecureAddress, OneDriveError } from '../lib';
import { resolveCloud, type Cloud, type CloudChoice } from './cloud';
import { readScopes } from './read-scopes';
import { looksSecret } from './looks-secret';
import { secretIn, settingProblemOf, wrongSetting, type SettingProblem } from './setting-problem';

/** The settings of signing in that can be wrong. */
interface GivenSignIn extends CloudChoice {
  readonly clientId?: string | undefined;
  readonly redirectUri?: string | undefined;
  readonly scopes?: readonly string[] | undefined;
}

/** The same in one spelling. */
export interface ReadSignIn {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly cloud: Cloud;
  /** Undefined: the control's own. */
  readonly scopes: readonly string[] | undefined;
}

type SignInReading =
  | { readonly kind: 'ready'; readonly signIn: ReadSignIn }
  | { readonly kind: 'wrong'; readonly problems: readonly SettingProblem[] };

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @throws OneDriveError `configuration-invalid` for the first that is wrong */
export function requireSignIn(given: GivenSignIn): ReadSignIn {
  const clientId = readClientId(given.clientId);
  const cloud = resolveCloud(given);
  const redirectUri = readRedirectUri(given.redirectUri);
  return { clientId, cloud, redirectUri, scopes: given.scopes && readScopes(given.scopes, cloud.graphRoot) };
}

/** Everything that is wrong is told at once, so that it is corrected in one go. */
export function readSignIn(given: GivenSignIn): SignInReading {
  const cloud = problemOf(() => resolveCloud(given));
  const problems = [
    problemOf(() => readClientId(given.clientId)),
    cloud,
    problemOf(() => readRedirectUri(given.redirectUri)),
    // Without a cloud nobody knows whose full addresses a scope may have.
    !cloud && problemOf(() => readScopes(given.scopes ?? [], resolveCloud(given).graphRoot)),
  ].filter((problem) => problem !== undefined && problem !== false);
  return problems.length > 0 ? { kind: 'wrong', problems } : { kind: 'ready', signIn: requireSignIn(given) };
}

function problemOf(read: () => unknown): SettingProblem | undefined {
  try {
    read();
    return undefined;
  } catch (reason) {
    const problem = reason instanceof OneDriveError ? settingProblemOf(reason) : undefined;
    if (!problem) throw reason;
    return problem;
  }
}

/** @throws OneDriveError `configuration-invalid` */
function readClientId(given = ''): string {
  const clientId = given.trim();
  if (clientId === '') throw wrongSetting('clientId.missing', given);
  if (GUID.test(clientId)) return clientId;
  throw looksSecret(clientId) ? secretIn('clientId') : wrongSetting('clientId.malformed', given);
}

/** Microsoft compares it letter by letter. @throws OneDriveError `configuration-invalid` */
function readRedirectUri(given = ''): string {
  const address = given.trim();
  if (address === '') throw wrongSetting('redirectUri.missing', given);
  if (!isSecureAddress(address)) throw wrongSetting('redirectUri.insecure', given);
  if (/[#*]/.test(address)) throw wrongSetting('redirectUri.inexact', given);
  return address;
}
