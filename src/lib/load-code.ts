/* oxlint-disable no-await-in-loop -- tried again only after a wait */
import { backoff } from './backoff';
import type { Environment } from './environment';
import { OneDriveError } from './errors';
import { sleep } from './sleep';

/** Code that is loaded when it is needed. @throws OneDriveError `offline` where it can't be had */
export async function loadCode<T>(code: Promise<T>): Promise<T> {
  try {
    return await code;
  } catch (cause) {
    throw new OneDriveError('offline', { cause });
  }
}

/**
 * The same, again and again until it is there.
 *
 * @throws what is wrong with it other than that it could not be fetched; OneDriveError `cancelled`
 */
export async function insistOn<T>(
  load: () => Promise<T>,
  environment: Pick<Environment, 'after' | 'random'>,
  signal: AbortSignal,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await load();
    } catch (cause) {
      // What could not be fetched is a TypeError.
      if (!(cause instanceof TypeError)) throw cause;
      await sleep(environment, backoff(attempt, environment), signal);
    }
  }
}
