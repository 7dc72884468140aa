import { OneDriveError } from './errors';

/** Code that is loaded when it is needed. @throws OneDriveError `offline` where it can't be had */
export async function loadCode<T>(code: Promise<T>): Promise<T> {
  try {
    return await code;
  } catch (cause) {
    throw new OneDriveError('offline', { cause });
  }
}
