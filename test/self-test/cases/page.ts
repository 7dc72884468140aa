import { ALL_PASSED, butFor } from '../expected';
import { settings, type Case } from './case';

export const PAGE_CASES: readonly Case[] = [
  {
    broken: 'the browser keeps nothing',
    by: ({ page }) =>
      page.addInitScript(() =>
        Object.defineProperty(globalThis, 'sessionStorage', {
          get: () => {
            throw new DOMException('denied', 'SecurityError');
          },
        }),
      ),
    found: butFor('storage', 'failed: storage-refused (user)'),
  },
  {
    broken: 'the policy forbids Graph',
    by: (world) => {
      const graph = `http://127.0.0.1:${new URL(world.emulator.loginOrigin).port}`;
      settings(world, { authority: undefined, cloud: { authority: world.emulator.loginOrigin, graph } });
    },
    found: butFor('policy', 'failed: policy-forbids (operator)', { clock: 'unchecked: nothing-told' }),
  },
  {
    broken: 'the policy forbids frames of the sign-in',
    by: ({ portal }) => void (portal.policy['frame-src'] = ["'self'"]),
    found: butFor('policy', 'failed: policy-forbids (operator)', { clock: 'unchecked: nothing-told' }),
  },
  {
    broken: 'the policy forbids thumbnails',
    by: ({ portal }) => void (portal.policy['img-src'] = ['data:', 'blob:']),
    found: butFor('policy', 'failed: policy-forbids (operator)', { clock: 'unchecked: nothing-told' }),
  },
  {
    broken: 'the policy forbids frames of the page’s own',
    by: ({ portal, emulator }) => void (portal.policy['frame-src'] = [emulator.loginOrigin]),
    found: butFor('redirect-frame', 'failed: policy-forbids (operator)'),
  },
  {
    broken: 'nothing, though scripts may not read files of the page',
    by: ({ portal }) =>
      void (portal.policy['connect-src'] =
        portal.policy['connect-src']?.filter((source) => source !== "'self'") ?? []),
    found: {
      ...ALL_PASSED,
      'redirect-page': 'unchecked: own-files-closed',
      'redirect-script': 'unchecked: own-files-closed',
      'redirect-headers': 'unchecked: own-files-closed',
    },
  },
];
