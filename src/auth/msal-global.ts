import { OneDriveError } from '../lib';

/**
 * MSAL writes the client ids of a page into `window.msal`. A script of the page may have frozen something of its own
 * there (auth.md 2.4): an equal copy that can grow takes its place.
 *
 * @throws OneDriveError `configuration-invalid` where nothing can be written there
 */
export function makeRoomForMsal(page: object = globalThis): void {
  const taken: unknown = Reflect.get(page, 'msal');
  if (!taken || Object.isExtensible(taken)) return;
  const isReplaced = typeof taken === 'object' && Reflect.set(page, 'msal', growing(taken));
  if (!isReplaced) throw new OneDriveError('configuration-invalid', { serviceCode: 'window.msal' });
}

function growing(frozen: object): object {
  return Object.create(Object.getPrototypeOf(frozen), Object.getOwnPropertyDescriptors(frozen));
}
