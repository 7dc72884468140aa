import type { Check } from '../check';
import { failed, passed, unchecked } from '../outcome';

/** Milliseconds. Tokens are judged by this computer's clock: more than this, and they seem ended or not begun. */
const TOLERANCE = 5 * 60_000;

/** This computer's clock is right, compared with what Microsoft's answers say the time is. */
export const clock: Check = {
  id: 'clock',
  needs: [],
  run: async ({ clock: evidence }) => {
    const ahead = evidence.ahead();
    if (ahead === undefined) return unchecked('nothing-told');
    const minutes = String(Math.round(Math.abs(ahead) / 60_000));
    if (Math.abs(ahead) <= TOLERANCE) return passed();
    return failed(ahead > 0 ? 'clock-fast' : 'clock-slow', { minutes });
  },
};
