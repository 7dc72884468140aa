import { adminConsentPage } from '../auth';
import type { Cause } from './causes';
import type { SelfTestParts } from './check-context';
import { failed, type Facts, type Outcome } from './outcome';

/**
 * With the address where an administrator allows it for the whole organisation: reading and changing in one go. A page
 * that gives its own tokens has its own way to ask; there it is told as what it `otherwise` comes to.
 */
export function needsApproval({ auth, cloud }: SelfTestParts, facts: Facts, otherwise: Cause): Outcome {
  const { registration, scopes } = auth;
  if (!registration || !scopes) return failed(otherwise, facts);
  const asked = { scopes: [...new Set([...scopes.read, ...scopes.write])], graphRoot: cloud.graphRoot };
  return failed('admin-approval-needed', { ...facts, address: adminConsentPage(registration, asked) });
}
