import type { Environment } from './environment';
import { invalidSetting, OneDriveError } from './errors';
import { isLoopback } from './secure-address';

/**
 * Why a request got no answer, as far as a page is told: no DNS, no CORS and no connection look alike. Nothing of the
 * browser's own words, which may name the address.
 */
export async function explainLostRequest(
  { isForbidden, online }: Pick<Environment, 'isForbidden' | 'online'>,
  address: string,
): Promise<OneDriveError> {
  if (await isForbidden(address)) return invalidSetting('content-security-policy');
  if (!online.get()) return new OneDriveError('offline');
  return new OneDriveError('offline', {
    serviceCode: isLoopback(address) ? 'emulator-silent' : 'unreachable',
  });
}
