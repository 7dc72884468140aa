import { readText, type HostAnswer } from '../ask-host';
import type { Check } from '../check';
import { failed, passed, unchecked, type Outcome } from '../outcome';
import { ownSignIn } from '../own-sign-in';
import { readRedirectDocument, titleOf } from '../redirect-document';

/** oauth2callback.html is where the settings say, and is what was built: nothing put in by the portal. */
export const redirectPage: Check = {
  id: 'redirect-page',
  needs: ['configuration', 'secure-context'],
  run: ownSignIn(async ({ redirectPage }, { redirectUri }) => judge(await redirectPage(), redirectUri)),
};

function judge(answer: HostAnswer, redirectUri: string): Outcome {
  if (answer.kind === 'blocked') return unchecked('own-files-closed');
  if (answer.kind === 'unreachable') return failed('redirect-page-missing', { redirectUri, status: '–' });
  const { type, status, ok, headers } = answer.response;
  if (type === 'opaqueredirect') return failed('redirect-page-redirected', { redirectUri });
  if (!ok) return failed('redirect-page-missing', { redirectUri, status: String(status) });
  const contentType = headers.get('Content-Type') ?? '–';
  if (!contentType.startsWith('text/html')) {
    return failed('redirect-page-not-html', { redirectUri, type: contentType });
  }
  const html = readText(answer);
  const found = readRedirectDocument(html);
  if (!found) return failed('redirect-page-replaced', { redirectUri, title: titleOf(html) });
  const changed = found.hash !== '' && found.scripts.length !== 1;
  return changed ? failed('redirect-page-changed', { redirectUri }) : passed({ redirectUri });
}
