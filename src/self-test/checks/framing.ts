import type { Check } from '../check';
import { failed, passed, unchecked } from '../outcome';
import { usesHostTokens } from '../settings';

/** In a frame of another site the browser parts storage and cookies, and the sign-in window can't answer. */
export const framing: Check = {
  id: 'framing',
  needs: [],
  run: async ({ page, settings }) => {
    if (usesHostTokens(settings)) return unchecked('host-tokens');
    const { crossOrigin, ownStorage } = await page.framing();
    return crossOrigin && !ownStorage ? failed('third-party-frame') : passed();
  },
};
