import { toOneDriveError, untilAborted, type OneDriveError } from '../../lib';
import type { Check } from '../check';
import type { CheckContext } from '../check-context';
import { needsApproval } from '../needs-approval';
import { failed, passed, unchecked, type Outcome } from '../outcome';
import { signInByWindow } from '../sign-in-window';

/** The control may change files. Asked for in a step of its own, as it is in the control: one may decline. */
export const writing: Check = {
  id: 'writing',
  needs: ['drive'],
  waitsForClick: true,
  run: async (context) => {
    const { parts, signal } = context;
    try {
      await parts().auth.getAccessToken({ access: 'write', signal });
      return passed();
    } catch (reason) {
      const error = toOneDriveError(reason);
      return error.code === 'sign-in-needed' ? askForIt(context) : explain(context, error);
    }
  },
};

async function askForIt(context: CheckContext): Promise<Outcome> {
  const { parts, signal, waitForClick } = context;
  const clicked = waitForClick && (await untilAborted(waitForClick('permission', signal), signal));
  if (!clicked) return unchecked('no-permission');
  const end = await signInByWindow({ auth: parts().auth, signal, waitForClick }, 'write');
  if (end.kind === 'left') return unchecked('no-permission');
  return end.kind === 'failed' ? explain(context, end.error) : passed();
}

function explain({ parts }: CheckContext, { code, serviceCode, requestId }: OneDriveError): Outcome {
  const facts = { code: serviceCode ?? code, request: requestId ?? '–' };
  switch (code) {
    case 'cancelled':
    case 'consent-declined':
      return unchecked('no-permission');
    case 'popup-blocked':
      return unchecked('no-permission');
    case 'admin-approval-needed':
      return needsApproval(parts(), facts, 'writing-refused');
    default:
      return failed('writing-refused', facts);
  }
}
