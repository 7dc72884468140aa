import type { Check } from '../check';
import { failed, passed, unchecked } from '../outcome';
import { ownSignIn } from '../own-sign-in';

/** The headers of the redirect page keep neither its answers nor its opener from it. */
export const redirectHeaders: Check = {
  id: 'redirect-headers',
  needs: ['redirect-page'],
  run: ownSignIn(async ({ redirectPage }) => {
    const page = await redirectPage();
    if (page.kind !== 'answered') return unchecked('own-files-closed');
    const { headers } = page.response;
    const opener = headers.get('Cross-Origin-Opener-Policy');
    if (opener && opener !== 'unsafe-none') return failed('redirect-page-opener-policy', { value: opener });
    const cache = headers.get('Cache-Control') ?? '';
    return mayBeKept(cache) ? failed('redirect-page-cached', { value: cache }) : passed();
  }),
};

/** An old copy of it would meet the script of a new release. */
function mayBeKept(cacheControl: string): boolean {
  if (/\bno-(?:store|cache)\b/i.test(cacheControl)) return false;
  return /\bimmutable\b/i.test(cacheControl) || Number(/\bmax-age=(\d+)/i.exec(cacheControl)?.[1] ?? 0) > 0;
}
