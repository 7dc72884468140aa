import type { OneDriveError } from '../../lib';
import type { Cause } from '../causes';
import type { Check } from '../check';
import type { CheckContext } from '../check-context';
import { maskAddress } from '../mask';
import { needsApproval } from '../needs-approval';
import { failed, passed, unchecked, type Outcome } from '../outcome';
import { usesHostTokens } from '../settings';

/** Somebody can sign in, and their token comes: by the control's own sign-in, or from the page. */
export const signIn: Check = {
  id: 'sign-in',
  needs: ['storage', 'registration'],
  waitsForClick: true,
  run: async (context) => {
    const start = await context.attempt.begin();
    if (start.kind === 'not-asked') return unchecked('no-click');
    if (start.kind === 'signed-in') return tellAccount(context);
    const end = await start.done;
    if (end.kind === 'left') return failed('window-closed');
    return end.kind === 'failed' ? explain(context, end.error) : tellAccount(context);
  },
};

function tellAccount({ parts }: CheckContext): Outcome {
  const connection = parts().auth.connection.get();
  if (connection.state !== 'connected') return failed('sign-in-failed', { code: connection.state });
  return passed({ account: maskAddress(connection.account.username) });
}

function explain({ parts, settings }: CheckContext, error: OneDriveError): Outcome {
  if (error.code === 'popup-blocked') return unchecked({ because: 'popups' });
  const facts = describeError(error);
  if (error.code === 'admin-approval-needed') return needsApproval(parts(), facts, 'no-token-from-page');
  return failed(usesHostTokens(settings) ? 'no-token-from-page' : causeOf(error), facts);
}

/** Of a redirect URI that stands under Web: redeemed by a page it is refused, or a secret is demanded. */
const NOT_SINGLE_PAGE = new Set(['AADSTS9002326', 'AADSTS7000218']);

function causeOf({ code, serviceCode = '' }: OneDriveError): Cause {
  if (NOT_SINGLE_PAGE.has(serviceCode)) return 'not-single-page';
  switch (code) {
    case 'cancelled':
      return 'sign-in-cancelled';
    case 'consent-declined':
      return 'sign-in-declined';
    case 'account-not-allowed':
      return 'account-not-allowed';
    case 'client-unknown':
      return 'client-unknown';
    case 'tenant-unknown':
      return 'tenant-unknown';
    case 'redirect-mismatch':
      return 'registration-unknown';
    case 'offline':
    case 'unavailable':
      return 'login-unreachable';
    default:
      return 'sign-in-failed';
  }
}

/** What support asks for: no message of the service's, which may name people. */
function describeError({ code, serviceCode, requestId }: OneDriveError): Record<string, string> {
  return { code: serviceCode ?? code, request: requestId ?? '–' };
}
