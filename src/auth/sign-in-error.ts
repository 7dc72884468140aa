import * as v from 'valibot';
import { OneDriveError, type ErrorCode } from '../lib';

const schema = v.looseObject({
  errorCode: v.optional(v.string(), ''),
  subError: v.optional(v.string(), ''),
  errorNo: v.optional(v.union([v.string(), v.number()]), ''),
  errorMessage: v.optional(v.string(), ''),
  claims: v.optional(v.string()),
  correlationId: v.optional(v.string()),
});

/** By AADSTS number, where it tells more than MSAL's own code. Source: entra-docs, reference-error-codes. */
const BY_NUMBER: Readonly<Record<string, ErrorCode>> = {
  50011: 'redirect-mismatch',
  50020: 'account-not-allowed',
  50034: 'account-not-allowed',
  50057: 'account-not-allowed',
  50087: 'unavailable',
  50105: 'account-not-allowed',
  50194: 'account-not-allowed',
  51004: 'account-not-allowed',
  53000: 'account-not-allowed',
  53001: 'account-not-allowed',
  53003: 'account-not-allowed',
  65004: 'consent-declined',
  65005: 'admin-approval-needed',
  70001: 'client-unknown',
  90002: 'tenant-unknown',
  90006: 'unavailable',
  90008: 'admin-approval-needed',
  90024: 'unavailable',
  90033: 'unavailable',
  90072: 'account-not-allowed',
  90094: 'admin-approval-needed',
  90095: 'admin-approval-needed',
  500208: 'account-not-allowed',
  650056: 'admin-approval-needed',
  650057: 'admin-approval-needed',
  700011: 'client-unknown',
  700016: 'client-unknown',
  900023: 'tenant-unknown',
  900971: 'redirect-mismatch',
  7000112: 'client-unknown',
  9002326: 'redirect-mismatch',
};

/** By MSAL's `errorCode` (its messages are links and its logs are hashed since v5). */
const BY_CODE: Readonly<Record<string, ErrorCode>> = {
  access_denied: 'consent-declined',
  bad_token: 'sign-in-needed',
  consent_required: 'sign-in-needed',
  empty_window_error: 'popup-blocked',
  get_request_failed: 'offline',
  interaction_in_progress_cancelled: 'cancelled',
  interaction_required: 'sign-in-needed',
  interrupted_user: 'sign-in-needed',
  invalid_grant: 'sign-in-needed',
  login_required: 'sign-in-needed',
  monitor_window_timeout: 'sign-in-needed',
  native_account_unavailable: 'sign-in-needed',
  network_error: 'offline',
  no_account_error: 'sign-in-needed',
  no_network_connectivity: 'offline',
  no_tokens_found: 'sign-in-needed',
  popup_window_error: 'popup-blocked',
  post_request_failed: 'offline',
  refresh_token_expired: 'sign-in-needed',
  temporarily_unavailable: 'unavailable',
  // A renewal that the hidden frame never answered needs a person (msal-js 8434).
  timed_out: 'sign-in-needed',
  ui_not_allowed: 'sign-in-needed',
  user_cancelled: 'cancelled',
};

/** Any failure of the identity library as the control's error; the AADSTS number is kept for the details. */
export function toSignInError(reason: unknown): OneDriveError {
  if (reason instanceof OneDriveError) return reason;
  const { output, success } = v.safeParse(schema, reason);
  if (!success) return new OneDriveError('sign-in-failed', { cause: reason });
  const number = readNumber(output);
  const code = own(BY_NUMBER, number) ?? own(BY_CODE, output.errorCode) ?? 'sign-in-failed';
  return new OneDriveError(code, {
    serviceCode: number ? `AADSTS${number}` : output.errorCode,
    requestId: output.correlationId || undefined,
    claims: output.claims || undefined,
    cause: reason,
  });
}

/** MSAL repeats a throttled failure with the bare number as its code. */
function readNumber({ errorNo, errorCode, errorMessage }: v.InferOutput<typeof schema>): string {
  if (errorNo !== '') return String(errorNo);
  return /^\d+$/.exec(errorCode)?.[0] ?? /AADSTS(\d+)/.exec(errorMessage)?.[1] ?? '';
}

function own(table: Readonly<Record<string, ErrorCode>>, key: string): ErrorCode | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
