import { describe, expect, it } from 'vitest';
import { toSignInError } from '../../../src/auth/sign-in-error';
import { OneDriveError, type ErrorCode } from '../../../src/lib';

describe('a failed sign-in', () => {
  it.each([
    ['50011', 'redirect-mismatch'],
    ['9002326', 'redirect-mismatch'],
    ['900971', 'redirect-mismatch'],
    ['700016', 'client-unknown'],
    ['7000112', 'client-unknown'],
    ['90002', 'tenant-unknown'],
    ['900023', 'tenant-unknown'],
    ['50020', 'account-not-allowed'],
    ['50105', 'account-not-allowed'],
    ['53003', 'account-not-allowed'],
    ['65004', 'consent-declined'],
    ['90094', 'admin-approval-needed'],
    ['650057', 'admin-approval-needed'],
    ['90033', 'unavailable'],
    ['90024', 'unavailable'],
    ['50058', 'sign-in-needed'],
    ['700084', 'sign-in-needed'],
    ['50194', 'configuration-invalid'],
    ['7000218', 'configuration-invalid'],
    ['9002332', 'configuration-invalid'],
    // Where something asks in a loop, signing in again would be the next turn of it.
    ['50196', 'sign-in-failed'],
  ] satisfies [string, ErrorCode][])('with AADSTS%s is %s, however the number comes', (number, code) => {
    const expected = { code, serviceCode: `AADSTS${number}` };
    const errorCode = 'invalid_grant';
    expect(toSignInError({ errorCode, errorNo: number })).toMatchObject(expected);
    expect(toSignInError({ errorCode, errorNo: Number(number) })).toMatchObject(expected);
    expect(toSignInError({ errorCode, errorMessage: `AADSTS${number}: text` })).toMatchObject(expected);
    // MSAL repeats a throttled failure with the bare number.
    expect(toSignInError({ errorCode: number })).toMatchObject(expected);
    expect(toSignInError({ errorCode: `${number} 50087` })).toMatchObject(expected);
  });

  it.each([
    ['access_denied', 'consent-declined'],
    ['consent_required', 'sign-in-needed'],
    ['empty_window_error', 'popup-blocked'],
    ['interaction_in_progress_cancelled', 'cancelled'],
    ['interaction_required', 'sign-in-needed'],
    ['invalid_grant', 'sign-in-needed'],
    ['login_required', 'sign-in-needed'],
    ['no_network_connectivity', 'offline'],
    ['popup_window_error', 'popup-blocked'],
    ['post_request_failed', 'offline'],
    ['temporarily_unavailable', 'unavailable'],
    ['timed_out', 'sign-in-needed'],
    ['user_cancelled', 'cancelled'],
    ['redirect_in_iframe', 'configuration-invalid'],
    ['crypto_nonexistent', 'configuration-invalid'],
    ['no_account_found', 'sign-in-needed'],
    ['something_new', 'sign-in-failed'],
    ['constructor', 'sign-in-failed'],
  ] satisfies [string, ErrorCode][])('by the library as %s is %s', (errorCode, code) => {
    expect(toSignInError({ errorCode })).toMatchObject({ code, serviceCode: errorCode });
  });

  it('needs a person for a number without a name of its own, and keeps what the window must answer', () => {
    const reason = { errorCode: 'invalid_grant', errorNo: '50076', claims: '{"c":1}', correlationId: 'id' };
    expect(toSignInError(reason)).toMatchObject({
      code: 'sign-in-needed',
      serviceCode: 'AADSTS50076',
      claims: '{"c":1}',
      requestId: 'id',
    });
  });

  it('keeps the service’s sentence, without names, addresses, keys and what follows it', () => {
    const errorMessage = [
      "AADSTS50034: The user account 'MARK@contoso.example' (mark@contoso.example) does not exist, see https://x.example/?k=MARK or MARKMARKMARKMARKMARKMARKMARK.",
      'Trace ID: 1',
      'Correlation ID: 2',
    ].join('\r\n');
    const { serviceText, message } = toSignInError({ errorCode: 'invalid_grant', errorMessage });
    expect(serviceText).toBe('The user account … … does not exist, see … or …');
    expect(message).toBe('account-not-allowed (AADSTS50034)');
    expect(
      toSignInError({ errorCode: 'timed_out', errorMessage: 'See https://aka.ms' }).serviceText,
    ).toBeUndefined();
  });

  it('stays our own error, and everything unknown is a failed sign-in', () => {
    const own = new OneDriveError('offline');
    expect(toSignInError(own)).toBe(own);
    for (const odd of [undefined, null, 'text', 5, new Error('x'), { errorCode: 5 }]) {
      expect(toSignInError(odd).code).toBe('sign-in-failed');
    }
  });
});
