import type { Check } from '../check';
import { failed, passed } from '../outcome';
import { ownSignIn } from '../own-sign-in';

/** The browser keeps what signing in needs. A sign-in without it ends as soon as it has begun. */
export const storage: Check = {
  id: 'storage',
  // A frame of another site loses its storage as well; that it is one is what to be told.
  needs: ['configuration', 'secure-context', 'framing'],
  run: ownSignIn(async ({ page }, { cacheLocation = 'sessionStorage' }) => {
    // The identity library notes a sign-in that runs there, wherever the tokens are kept.
    const needed =
      cacheLocation === 'localStorage'
        ? (['sessionStorage', 'localStorage'] as const)
        : (['sessionStorage'] as const);
    const refused = needed.find((location) => !page.canStore(location));
    return refused ? failed('storage-refused', { storage: refused }) : passed();
  }),
};
