import { loadCode } from '../../lib';
import type { ElsewhereParts } from './create-elsewhere';
import type { ElsewhereRequests } from './elsewhere-requests';

/** Brings the code for what lies outside of the user's own drive, when it is first asked for. */
export function openElsewhere(parts: ElsewhereParts): () => Promise<ElsewhereRequests> {
  let made: ElsewhereRequests | undefined;
  return async () => {
    const { createElsewhere } = await loadCode(import('./create-elsewhere'));
    return (made ??= createElsewhere(parts));
  };
}
