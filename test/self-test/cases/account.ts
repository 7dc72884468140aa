import { signIn } from '../../support/one-drive-page';
import { ALL_PASSED, butFor } from '../expected';
import type { World } from '../world';
import { always, settings, type Case } from './case';

const HOST_TOKENS = {
  storage: 'unchecked: host-tokens',
  framing: 'unchecked: host-tokens',
  'redirect-page': 'unchecked: host-tokens',
  'redirect-script': 'unchecked: host-tokens',
  'redirect-headers': 'unchecked: host-tokens',
  'redirect-frame': 'unchecked: host-tokens',
  authority: 'unchecked: host-tokens',
  registration: 'unchecked: host-tokens',
  popups: 'unchecked: host-tokens',
} as const;

async function useHostToken(world: World, scope: string): Promise<void> {
  world.task = { ...world.task, hostToken: await world.admin.token('work@contoso.example', scope) };
}

/** An answer of Graph's to one call. */
function graphSays(path: string, status: number, code: string, method?: string): object[] {
  const body = { error: { code, message: code } };
  return always(path, { kind: 'status', status, body }, method ? { method } : {});
}

export const ACCOUNT_CASES: readonly Case[] = [
  {
    broken: 'nothing, and the page gives its own tokens',
    by: (world) => useHostToken(world, 'User.Read%20Files.ReadWrite'),
    found: { ...ALL_PASSED, ...HOST_TOKENS },
  },
  {
    broken: 'the page gives a token without the right to files',
    by: (world) => useHostToken(world, 'User.Read'),
    found: butFor('scopes', 'failed: scopes-missing (administrator)', HOST_TOKENS),
  },
  {
    broken: 'the page gives something that is no token',
    by: (world) => void (world.task = { ...world.task, hostToken: 'no token' }),
    found: butFor('sign-in', 'failed: no-token-from-page (developer)', HOST_TOKENS),
  },
  {
    broken: 'the page is not secure',
    by: async (world) => {
      await useHostToken(world, 'User.Read%20Files.ReadWrite');
      world.address = `http://portal.example:${world.portal.port}`;
    },
    found: butFor('secure-context', 'failed: insecure-context (operator)', {
      framing: 'unchecked: host-tokens',
      clock: 'unchecked: nothing-told',
    }),
  },
  {
    broken: 'the account has no OneDrive',
    by: (world) => void (world.answerWindow = (window) => signIn(window, 'nodrive@contoso.example')),
    found: butFor('drive', 'failed: no-drive (administrator)'),
  },
  {
    broken: 'the organisation closes its OneDrive to this page',
    by: ({ admin }) => admin.faults(graphSays('^/v1\\.0/me/drive\\?', 403, 'accessDenied')),
    found: butFor('drive', 'failed: drive-refused (administrator)'),
  },
  {
    broken: 'the drive is full',
    by: ({ admin }) =>
      admin.faults(
        always('^/v1\\.0/me/drive\\?', {
          kind: 'status',
          status: 200,
          body: { id: 'd', driveType: 'business', quota: { state: 'exceeded', remaining: 0 } },
        }),
      ),
    found: butFor('drive', 'failed: drive-full (user)'),
  },
  {
    broken: 'nothing, though writing is not permitted',
    by: (world) => void (world.task = { ...world.task, person: 'signs-in-only' }),
    found: butFor('writing', 'unchecked: no-permission'),
  },
  {
    broken: 'the account may not add files',
    by: ({ admin }) => admin.faults(graphSays('createUploadSession$', 403, 'accessDenied')),
    found: butFor('upload', 'failed: upload-refused (administrator)', { 'clean-up': 'passed' }),
  },
  {
    broken: 'the upload host can’t be reached',
    by: ({ admin }) => admin.faults(always('.', { kind: 'cut' }, { origin: 'bytes', method: 'PUT' })),
    found: butFor('upload', 'failed: upload-host-unreachable (administrator)', { 'clean-up': 'passed' }),
  },
  {
    broken: 'the upload host is not in the policy',
    by: (world) => {
      const { portal, emulator } = world;
      // The published hosts are allowed, but those of this account are others.
      world.task = { ...world.task, bytesOrigins: [emulator.loginOrigin] };
      portal.policy['connect-src'] = ["'self'", emulator.loginOrigin];
      portal.policy['img-src'] = [emulator.loginOrigin];
    },
    found: butFor('upload', 'failed: upload-host-blocked (operator)', { 'clean-up': 'passed' }),
  },
  {
    broken: 'the download host can’t be reached',
    by: ({ admin }) => admin.faults(always('.', { kind: 'cut' }, { origin: 'bytes', method: 'GET' })),
    found: butFor('download', 'failed: download-host-unreachable (administrator)'),
  },
  {
    broken: 'something on the way changes files',
    by: ({ admin }) =>
      admin.faults(
        always('.', { kind: 'status', status: 200, body: 'scanned' }, { origin: 'bytes', method: 'GET' }),
      ),
    found: butFor('download', 'failed: bytes-differ (administrator)'),
  },
  {
    broken: 'the test file can’t be deleted',
    by: ({ admin }) => admin.faults(graphSays('self-test', 403, 'accessDenied', 'DELETE')),
    found: butFor('clean-up', 'failed: file-left (user)'),
  },
  {
    broken: 'the tenant belongs to another cloud than Graph',
    by: (world) => {
      const { portal, emulator } = world;
      const graph = 'https://graph.microsoft.us';
      settings(world, { authority: undefined, cloud: { authority: emulator.loginOrigin, graph } });
      portal.policy['connect-src'] = [...(portal.policy['connect-src'] ?? []), graph];
    },
    // Nobody is asked: this Graph is none of the emulator's, and names are not resolved here.
    found: butFor('authority', 'failed: cloud-mismatch (developer)', {
      graph: 'failed: graph-unreachable (administrator)',
      clock: 'unchecked: nothing-told',
    }),
  },
];
