import { resolveScopes } from '../../auth';
import type { Check } from '../check';
import { failed, passed, unchecked } from '../outcome';
import { missingScopes, scopesOfToken } from '../token-scopes';

/** What was granted is what was asked for: an organisation, or the page that gives its tokens, may give less. */
export const scopes: Check = {
  id: 'scopes',
  needs: ['sign-in'],
  run: async ({ parts, settings, signal }) => {
    const token = await parts().auth.getAccessToken({ access: 'read', signal });
    const granted = scopesOfToken(token);
    if (!granted) return unchecked('opaque-token');
    const asked = resolveScopes(settings.scopes).read;
    const missing = missingScopes(asked, granted);
    const facts = { asked: asked.join(' '), granted: granted.join(' ') };
    return missing.length === 0
      ? passed(facts)
      : failed('scopes-missing', { ...facts, missing: missing.join(' ') });
  },
};
