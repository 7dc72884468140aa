import type { Check } from '../check';
import { failed, passed } from '../outcome';

/** Without https (or localhost) browsers have no cryptography, and nobody can sign in. */
export const secureContext: Check = {
  id: 'secure-context',
  needs: [],
  run: async ({ page }) => (page.isSecure ? passed() : failed('insecure-context', { origin: page.origin })),
};
