import { useEffect, useEffectEvent, useState } from 'react';
import { toOneDriveError, type OneDriveError } from '../../lib';

/** What is on its way, there, or not to be had. */
export type Loaded<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly error: OneDriveError };

const LOADING = { status: 'loading' } as const;

/** What `load` gives, loaded once, and again when that is asked for; what nobody waits for any more ends. */
export function useLoaded<T>(
  load: (signal: AbortSignal) => Promise<T>,
): Loaded<T> & { readonly again: () => void } {
  const [attempt, setAttempt] = useState(0);
  const [last, setLast] = useState<{ readonly of: number; readonly loaded: Loaded<T> }>();
  const run = useEffectEvent(load);
  useEffect(() => {
    const ended = new AbortController();
    const settle = (loaded: Loaded<T>) => {
      if (!ended.signal.aborted) setLast({ of: attempt, loaded });
    };
    run(ended.signal).then(
      (value) => settle({ status: 'ready', value }),
      (cause: unknown) => settle({ status: 'failed', error: toOneDriveError(cause) }),
    );
    return () => ended.abort();
  }, [attempt]);
  const again = () => setAttempt((count) => count + 1);
  return { ...(last?.of === attempt ? last.loaded : LOADING), again };
}
