import { OneDriveError } from '../lib';
import type { IdentityClient } from './identity-client';

/** Loads the identity library at once, and again when it is asked for after it could not be loaded. */
export interface IdentityLoader {
  /** @throws OneDriveError `unavailable`, or the library's own */
  get(): Promise<IdentityClient>;
  /** The same, but a failed load is tried anew. */
  getAgain(): Promise<IdentityClient>;
}

export function createIdentityLoader(load: () => Promise<IdentityClient>): IdentityLoader {
  let failed = false;
  const start = async () => {
    try {
      failed = false;
      return await load();
    } catch (cause) {
      failed = true;
      throw cause instanceof OneDriveError ? cause : new OneDriveError('unavailable', { cause });
    }
  };
  let loading = start();
  return {
    get: () => loading,
    getAgain: () => {
      if (failed) loading = start();
      return loading;
    },
  };
}
