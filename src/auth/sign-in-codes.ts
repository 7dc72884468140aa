import type { ErrorCode } from '../lib';

/**
 * What the control makes of an AADSTS number, where that tells more than MSAL's own code. Source: entra-docs,
 * reference-error-codes. What each means and who can put it right is told in words by `locales/explanations`.
 */
const NUMBERS: readonly (readonly [ErrorCode, readonly number[]])[] = [
  ['redirect-mismatch', [50011, 500112, 900971, 9002326]],
  ['client-unknown', [70001, 700011, 700016, 7000112]],
  ['tenant-unknown', [50049, 50059, 50128, 90002, 90038, 900023]],
  // The registration, the settings or the page is wrong: nothing that a user does again helps.
  [
    'configuration-invalid',
    [
      28002, 28003, 50147, 50194, 70003, 70005, 70011, 90014, 90023, 90130, 500011, 650053, 700022, 700023,
      700025, 700054, 900144, 7000215, 7000218, 7000222, 9000411, 9001023, 9002313, 9002325, 9002327, 9002331,
      9002332,
    ],
  ],
  ['consent-declined', [65004]],
  ['admin-approval-needed', [65005, 90008, 90094, 90095, 650052, 650056, 650057]],
  [
    'account-not-allowed',
    [
      50020, 50034, 50057, 50097, 50105, 50129, 51004, 53000, 53001, 53003, 53011, 90072, 500021, 500200,
      500208, 500212, 500213, 530003, 530032, 530034, 530035,
    ],
  ],
  [
    'sign-in-needed',
    [
      16000, 16002, 50055, 50058, 50072, 50074, 50076, 50078, 50079, 50089, 50132, 50133, 50140, 50144, 50173,
      50199, 65001, 70000, 70008, 70043, 160021, 700082, 700084,
    ],
  ],
  ['unavailable', [50087, 90006, 90024, 90033]],
  // The user decides when to try again; 50196 above all must not be repeated by itself, whatever `error` it comes with.
  ['sign-in-failed', [50053, 50056, 50064, 50126, 50196, 54005, 240001, 501481, 900561]],
];

/** By MSAL's `errorCode` (its messages are links and its logs are hashed since v5). */
const CODES: readonly (readonly [ErrorCode, readonly string[]])[] = [
  ['cancelled', ['interaction_in_progress_cancelled', 'user_cancelled', 'user_canceled']],
  [
    'configuration-invalid',
    [
      'authority_uri_insecure',
      'block_iframe_reload',
      'block_nested_popups',
      'crypto_nonexistent',
      'endpoints_resolution_error',
      'in_mem_redirect_unavailable',
      'invalid_client',
      'invalid_request',
      'invalid_scope',
      'issuer_validation_failed',
      'openid_config_error',
      'redirect_in_iframe',
      'untrusted_authority',
      'url_parse_error',
    ],
  ],
  ['client-unknown', ['unauthorized_client']],
  ['consent-declined', ['access_denied']],
  ['offline', ['get_request_failed', 'network_error', 'no_network_connectivity', 'post_request_failed']],
  ['popup-blocked', ['empty_window_error', 'popup_window_error']],
  [
    'sign-in-needed',
    [
      'authority_mismatch',
      'bad_token',
      'consent_required',
      'interaction_required',
      'interrupted_user',
      'invalid_grant',
      'login_required',
      'monitor_window_timeout',
      'native_account_unavailable',
      'no_account_error',
      'no_account_found',
      'no_account_in_silent_request',
      'no_tokens_found',
      'refresh_token_expired',
      // A renewal that the hidden frame never answered needs a person (msal-js 8434).
      'iframe_closed_prematurely',
      'timed_out',
      'ui_not_allowed',
    ],
  ],
  // What stands before the login host (an edge, a portal) answers in HTML, or with nothing.
  ['unavailable', ['failed_to_parse_response', 'server_error', 'temporarily_unavailable']],
];

const byNumber = invert(NUMBERS);
const byCode = invert(CODES);

/** The number wins: it is the precise one. */
export function codeOfSignIn(number: string, errorCode: string): ErrorCode {
  return byNumber.get(number) ?? byCode.get(errorCode) ?? 'sign-in-failed';
}

function invert(
  table: readonly (readonly [ErrorCode, readonly (string | number)[]])[],
): ReadonlyMap<string, ErrorCode> {
  return new Map(table.flatMap(([code, entries]) => entries.map((entry) => [String(entry), code] as const)));
}
