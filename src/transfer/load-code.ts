import { OneDriveError } from '../lib';

/** Code that only a running transfer needs. @throws OneDriveError `offline` where it can't be had */
export async function loadCode<T>(code: Promise<T>): Promise<T> {
  try {
    return await code;
  } catch (cause) {
    throw new OneDriveError('offline', { cause });
  }
}
