import type { Check } from '../check';
import { failed, passed, unchecked } from '../outcome';
import { ownSignIn } from '../own-sign-in';
import { isPopupBlocked } from '../sign-in-attempt';

/** The browser lets the sign-in window open. Tried by the sign-in itself: a click opens one window, and no second. */
export const popups: Check = {
  id: 'popups',
  needs: ['storage', 'registration'],
  waitsForClick: true,
  run: ownSignIn(async ({ attempt, environment, page }) => {
    const start = await attempt.begin();
    if (start.kind === 'signed-in') return unchecked('not-needed');
    if (start.kind === 'not-asked') return unchecked('no-click');
    const blocked = await isPopupBlocked(start.done, environment);
    return blocked ? failed('popup-blocked', { origin: page.origin }) : passed();
  }),
};
