import { invalidSetting, type OneDriveError } from '../lib';

/** What can be wrong with a setting of signing in: the setting's name, a dot, the reason. Words: `locales/setting-texts`. */
export const SETTING_PROBLEMS = [
  'clientId.missing',
  'clientId.malformed',
  'clientId.secret',
  'tenant.malformed',
  'tenant.placeholder',
  'tenant.address',
  'tenant.secret',
  'tenant.work-only',
  'authority.malformed',
  'authority.insecure',
  'authority.placeholder',
  'authority.no-tenant',
  'authority.customers',
  'authority.federation',
  'authority.unknown-host',
  'authority.other-cloud',
  'cloud.unknown',
  'cloud.insecure',
  'graph.malformed',
  'publicClientApplication.foreign',
  'publicClientApplication.other-version',
  'redirectUri.missing',
  'redirectUri.insecure',
  'redirectUri.inexact',
  'redirectUri.other-origin',
  'scopes.other-resource',
  'scopes.unknown',
  'scopes.default-mixed',
] as const;
export type SettingProblemCode = (typeof SETTING_PROBLEMS)[number];

/** One setting that can't be right, and why. */
export interface SettingProblem {
  readonly code: SettingProblemCode;
  /** As it was written. */
  readonly value: string;
}

/** `configuration-invalid`; its serviceCode names the setting, its cause is the {@link SettingProblem}. */
export function wrongSetting(code: SettingProblemCode, value: string): OneDriveError {
  const problem: SettingProblem = { code, value };
  return invalidSetting(code.slice(0, code.indexOf('.')), problem);
}

/** A client secret stands where an id belongs. It is not repeated: what is told of a problem may be shown to anybody. */
export function secretIn(setting: 'clientId' | 'tenant'): OneDriveError {
  return wrongSetting(`${setting}.secret`, '');
}

/** Why a setting was refused, where it was one of signing in. */
export function settingProblemOf(error: OneDriveError): SettingProblem | undefined {
  const { cause } = error;
  return isSettingProblem(cause) ? cause : undefined;
}

function isSettingProblem(cause: unknown): cause is SettingProblem {
  return (
    typeof cause === 'object' &&
    cause !== null &&
    'code' in cause &&
    SETTING_PROBLEMS.some((code) => code === cause.code)
  );
}
