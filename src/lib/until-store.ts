import { OneDriveError } from './errors';
import type { ReadableStore } from './store';

/** The first answer that `read` gives. Without waiting where there is one already, so that a click stays a click. @throws `cancelled` */
export function untilStore<T, R>(
  store: ReadableStore<T>,
  read: (value: T) => R | undefined,
  signal?: AbortSignal,
): Promise<R> {
  return new Promise((resolve, reject) => {
    let end: () => void = () => undefined;
    const cancel = () => {
      end();
      reject(new OneDriveError('cancelled', { cause: signal?.reason }));
    };
    const look = () => {
      const answer = read(store.get());
      if (answer === undefined) return false;
      end();
      resolve(answer);
      return true;
    };
    if (signal?.aborted) return cancel();
    if (look()) return undefined;
    const stop = store.subscribe(look);
    end = () => {
      stop();
      signal?.removeEventListener('abort', cancel);
    };
    signal?.addEventListener('abort', cancel);
    return undefined;
  });
}
