import { sha256 } from '../../lib';
import { askHost, readText, type HostAnswer } from '../ask-host';
import type { Check } from '../check';
import { failed, passed, unchecked, type Outcome } from '../outcome';
import { ownSignIn } from '../own-sign-in';
import { readRedirectDocument } from '../redirect-document';

const JAVASCRIPT = /^(?:text|application)\/(?:x-)?(?:java|ecma)script\b/i;

/** The one script of the redirect page arrives as JavaScript, and is the one that was built with the page. */
export const redirectScript: Check = {
  id: 'redirect-script',
  needs: ['redirect-page'],
  run: ownSignIn(async (context, { redirectUri }) => {
    const page = await context.redirectPage();
    if (page.kind !== 'answered') return unchecked('own-files-closed');
    const { scripts, hash } = readRedirectDocument(readText(page)) ?? { scripts: [], hash: '' };
    const script = new URL(scripts.at(-1) ?? '', redirectUri).href;
    const answer = await askHost(context, script, { credentials: 'same-origin', cache: 'no-store' });
    return judge(answer, script, hash);
  }),
};

async function judge(answer: HostAnswer, script: string, hash: string): Promise<Outcome> {
  if (answer.kind === 'blocked') return unchecked('own-files-closed');
  if (answer.kind === 'unreachable') return failed('redirect-script-missing', { script, status: '–' });
  const { ok, status, headers } = answer.response;
  if (!ok) return failed('redirect-script-missing', { script, status: String(status) });
  const type = headers.get('Content-Type') ?? '–';
  if (!JAVASCRIPT.test(type)) return failed('redirect-script-wrong-type', { script, type });
  const isBuilt = hash === '' || hash === `sha256-${await sha256(answer.body)}`;
  return isBuilt ? passed({ script }) : failed('redirect-script-changed', { script });
}
