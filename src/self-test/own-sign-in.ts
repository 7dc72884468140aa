import type { SignInSettings } from '../auth';
import type { CheckContext } from './check-context';
import { unchecked, type Outcome } from './outcome';
import { usesHostTokens } from './settings';

/** A check of signing in by the control itself: where the page gives its tokens there is nothing to check. */
export function ownSignIn(
  check: (context: CheckContext, settings: SignInSettings) => Promise<Outcome>,
): (context: CheckContext) => Promise<Outcome> {
  return async (context) =>
    usesHostTokens(context.settings) ? unchecked('host-tokens') : check(context, context.settings);
}
