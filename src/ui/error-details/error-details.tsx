import type { OneDriveError } from '../../lib';
import { useText } from '../text';
import { AdminApproval } from './admin-approval';
import { ExplanationText } from './explanation-text';
import { Facts, type Fact } from './facts';
import { useExplanations } from './use-explanations';

/**
 * What stands below the sentence about a failure: what happened, why, who puts it right and where, with a letter
 * to an administrator who has to; the facts on demand.
 */
export function ErrorDetails({ error }: { readonly error: OneDriveError }) {
  const explanations = useExplanations();
  const text = useText();
  const found = explanations?.explainError(error);
  // Where our own words say nothing of the code, those of the service are all that there is.
  const { serviceText } = error;
  const more: readonly Fact[] =
    explanations && !found && serviceText ? [[text('explain.serviceText'), serviceText]] : [];
  return (
    <>
      {found && <ExplanationText found={found} />}
      {error.code === 'admin-approval-needed' && <AdminApproval />}
      <Facts error={error} more={more} />
    </>
  );
}
