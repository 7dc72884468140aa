import type { Check } from '../check';
import { failed, passed } from '../outcome';
import { ownSignIn } from '../own-sign-in';

/** In a frame of another site the browser parts storage and cookies, and the sign-in window can't answer. */
export const framing: Check = {
  id: 'framing',
  needs: [],
  run: ownSignIn(async ({ page }) => {
    const { crossOrigin, ownStorage } = await page.framing();
    return crossOrigin && !ownStorage ? failed('third-party-frame') : passed();
  }),
};
