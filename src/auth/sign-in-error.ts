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
const BY_NUMBER: Record<string, ErrorCode | undefined> = {
  50011: 'redirect-mismatch',
  50020: 'account-not-allowed',
  50034: 'account-not-allowed',
  50105: 'account-not-allowed',
  53003: 'account-not-allowed',
  65004: 'consent-declined',
  90002: 'tenant-unknown',
  90008: 'admin-approval-needed',
  90094: 'admin-approval-needed',
  90095: 'admin-approval-needed',
  700016: 'client-unknown',
  9002326: 'redirect-mismatch',
};

/** By MSAL's `errorCode` (its messages are links and its logs are hashed since v5). */
const BY_CODE: Record<string, ErrorCode | undefined> = {
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
  const number = String(output.errorNo) || /AADSTS(\d+)/.exec(output.errorMessage)?.[1] || '';
  const code = BY_NUMBER[number] ?? BY_CODE[output.errorCode] ?? 'sign-in-failed';
  return new OneDriveError(code, {
    serviceCode: number ? `AADSTS${number}` : output.errorCode,
    requestId: output.correlationId || undefined,
    claims: output.claims || undefined,
    cause: reason,
  });
}
