import { insistOn } from '../lib';
import type { FollowParts } from './follow-changes';

/** The open folder follows what others change, as soon as the code for it is there, until the function is called. */
export function watchChanges(parts: FollowParts): () => void {
  const ended = new AbortController();
  const begin = async () => {
    const { followChanges } = await insistOn(
      () => import('./follow-changes'),
      parts.environment,
      ended.signal,
    );
    if (!ended.signal.aborted) ended.signal.addEventListener('abort', followChanges(parts));
  };
  // Without it the list is as true as when it was listed.
  begin().catch(() => undefined);
  return () => ended.abort();
}
