import type { Environment } from '../lib';
import type { IdentityConfiguration } from './identity-client';

type CacheLocation = NonNullable<IdentityConfiguration['cacheLocation']>;

/** Room for the tokens of an account, in characters. */
const ROOM = 16_384;

/** What is blocked or full keeps no tokens; memory does, until the page is left. */
export function usableCache(
  wanted: CacheLocation = 'sessionStorage',
  { tabStorage, originStorage }: Pick<Environment, 'tabStorage' | 'originStorage'>,
): CacheLocation {
  if (wanted === 'memoryStorage') return wanted;
  return hasRoom(wanted === 'localStorage' ? originStorage() : tabStorage()) ? wanted : 'memoryStorage';
}

function hasRoom(storage: Storage | undefined): boolean {
  const probe = 'onedrive-control.probe';
  try {
    storage?.setItem(probe, ' '.repeat(ROOM));
    storage?.removeItem(probe);
    return storage !== undefined;
  } catch {
    return false;
  }
}
