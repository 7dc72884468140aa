import { bridgeState } from '../bridge-state';
import type { Check } from '../check';
import type { CheckContext } from '../check-context';
import { failed, passed, type Outcome } from '../outcome';
import { ownSignIn } from '../own-sign-in';
import { readRedirectDocument, titleOf } from '../redirect-document';

/** Milliseconds for the script of a page that has loaded to say something. */
const PATIENCE = 2_000;

/**
 * The redirect page does its work in a hidden frame, where tokens are renewed: it is shown an answer that it hands
 * back. Only this tells what a browser makes of frames, service workers and the page's own policy.
 */
export const redirectFrame: Check = {
  id: 'redirect-frame',
  needs: ['framing', 'policy', 'redirect-page', 'redirect-script'],
  run: ownSignIn(async (context, { redirectUri }) => {
    const { environment, signal, deadline, page } = context;
    const id = environment.randomId();
    const address = `${redirectUri}#error=self_test&state=${encodeURIComponent(bridgeState(id))}`;
    const afterLoad = Math.min(deadline, PATIENCE);
    const watch = page.watchPolicy();
    try {
      const answer = await page.askFrame({ environment, signal, address, id, deadline, afterLoad });
      if (answer.kind === 'answered') return passed();
      if (watch.refused(redirectUri, 'frame-src')) {
        return failed('policy-forbids', { directives: "frame-src 'self'" });
      }
      return await explain(context, redirectUri, answer.shown);
    } finally {
      watch.end();
    }
  }),
};

async function explain(
  { page, redirectPage }: CheckContext,
  redirectUri: string,
  shown: string | undefined,
): Promise<Outcome> {
  if (shown === undefined) {
    const asked = await redirectPage();
    const headers = asked.kind === 'answered' ? asked.response.headers : undefined;
    // Every page around it counts for `frame-ancestors`, not only the one that shows it.
    const { crossOrigin } = await page.framing();
    const cause = crossOrigin ? 'redirect-page-not-framed-within' : 'redirect-page-not-framed';
    return failed(cause, { redirectUri, header: framingHeader(headers) });
  }
  if (readRedirectDocument(shown)) return failed('redirect-page-does-not-run', { redirectUri });
  const title = titleOf(shown);
  const byWorker = await page.hasServiceWorker(redirectUri);
  return failed(byWorker ? 'redirect-page-service-worker' : 'redirect-page-replaced', { redirectUri, title });
}

/** The header that forbids it, as far as it can be read. */
function framingHeader(headers: Headers | undefined): string {
  const options = headers?.get('X-Frame-Options');
  const ancestors = /frame-ancestors[^;]*/i.exec(headers?.get('Content-Security-Policy') ?? '')?.[0];
  if (ancestors) return `Content-Security-Policy: ${ancestors}`;
  return options ? `X-Frame-Options: ${options}` : '–';
}
