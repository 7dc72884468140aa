import { needlessScopes, resolveScopes } from '../../auth';
import type { Check } from '../check';
import { failed, passed } from '../outcome';

/** No right is asked for that the control has no use for: an administrator would have to allow it. */
export const permissions: Check = {
  id: 'permissions',
  needs: ['configuration'],
  run: async ({ settings }) => {
    const { read, write } = resolveScopes(settings.scopes);
    const needless = needlessScopes([...new Set([...read, ...write])]);
    return needless.length === 0 ? passed() : failed('scopes-needless', { scopes: needless.join(' ') });
  },
};
