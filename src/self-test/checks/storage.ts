import type { Check } from '../check';
import { failed, passed, unchecked } from '../outcome';
import { usesHostTokens } from '../settings';

/** The browser keeps what signing in needs. A sign-in without it ends as soon as it has begun. */
export const storage: Check = {
  id: 'storage',
  // A frame of another site loses its storage as well; that it is one is what to be told.
  needs: ['configuration', 'secure-context', 'framing'],
  run: async ({ page, settings }) => {
    if (usesHostTokens(settings)) return unchecked('host-tokens');
    const { cacheLocation = 'sessionStorage' } = settings;
    // The identity library notes a sign-in that runs there, wherever the tokens are kept.
    const needed =
      cacheLocation === 'localStorage'
        ? (['sessionStorage', 'localStorage'] as const)
        : (['sessionStorage'] as const);
    const refused = needed.find((location) => !page.canStore(location));
    return refused ? failed('storage-refused', { storage: refused }) : passed();
  },
};
