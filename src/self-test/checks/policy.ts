import { sleep, withDeadline } from '../../lib';
import type { Check } from '../check';
import type { CheckContext } from '../check-context';
import { failed, passed } from '../outcome';
import { usesHostTokens } from '../settings';

type Directive = 'connect-src' | 'img-src' | 'frame-src';

interface Source {
  readonly directive: Directive;
  /** As a policy writes it: `https://*.sharepoint.com`, `'self'`. */
  readonly source: string;
}

/**
 * The page's Content-Security-Policy lets the control reach its hosts. A page can't read its policy, so every host is
 * tried, and the browser tells what it has refused; whether the host answers is nothing to this check.
 */
export const policy: Check = {
  id: 'policy',
  needs: ['configuration', 'secure-context'],
  run: async (context) => {
    const { environment, signal, page } = context;
    const watch = page.watchPolicy();
    try {
      const sources = neededSources(context);
      await Promise.all(sources.map((source) => tryOut(context, source)));
      // The browser tells of its refusal after the request has failed.
      await sleep(environment, 0, signal);
      const refused = sources.filter((source) => watch.refused(addressOf(source), source.directive));
      return refused.length === 0 ? passed() : failed('policy-forbids', { directives: written(refused) });
    } finally {
      watch.end();
    }
  },
};

/** What is loaded by addresses; `script-src` has let this very script in. */
function neededSources({ parts, settings }: CheckContext): Source[] {
  const { policy: needed, cloud } = parts();
  const directives: readonly Directive[] = usesHostTokens(settings)
    ? ['connect-src', 'img-src']
    : ['connect-src', 'img-src', 'frame-src'];
  return (
    directives
      .flatMap((directive) => needed[directive].map((source) => ({ directive, source })))
      // Frames of the page's own are shown by the check of the redirect page.
      .filter(({ source }) => source.startsWith('http'))
      // Without Microsoft's pages of files there is less to see of them, and nothing else is wrong.
      .filter(
        ({ directive, source }) => directive !== 'frame-src' || source === new URL(cloud.authority).origin,
      )
      .filter(({ source }) => !usesHostTokens(settings) || source !== new URL(cloud.authority).origin)
  );
}

/** Some address that this source allows. Of a host with a star nobody knows the names: any will do. */
function addressOf({ directive, source }: Source): string {
  const path = directive === 'frame-src' ? '/common/v2.0/.well-known/openid-configuration' : '/favicon.ico';
  return `${source.replace('*', 'onedrive-control-self-test')}${path}`;
}

/** Resolves when the browser has let it go or refused it. */
async function tryOut(context: CheckContext, source: Source): Promise<void> {
  const { environment, signal, deadline, page } = context;
  const address = addressOf(source);
  await withDeadline(environment, deadline, signal, async (inner) => {
    if (source.directive === 'img-src') await page.tryImage(address);
    else if (source.directive === 'frame-src') await page.tryFrame(address, inner);
    else {
      const init = {
        method: 'HEAD',
        mode: 'no-cors',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
      } as const;
      await environment.fetch(address, { ...init, signal: inner });
    }
  }).catch(() => {
    // No answer is none of this check's business; that the test was given up shows where it goes on.
  });
}

/** `connect-src https://a https://b; img-src https://b`, to be put into the policy as it is. */
function written(sources: readonly Source[]): string {
  const names = [...new Set(sources.map(({ directive }) => directive))];
  return names
    .map((name) =>
      [name, ...sources.filter(({ directive }) => directive === name).map(({ source }) => source)].join(' '),
    )
    .join('; ');
}
