import { parseDownloadUrl } from '../../graph';
import { isCancelled, revealSecretUrl, toOneDriveError } from '../../lib';
import { askHost } from '../ask-host';
import type { Check } from '../check';
import { failed, passed, unchecked } from '../outcome';
import { testFilePath } from '../test-file';

/** The same bytes come down again, from wherever the service keeps them. */
export const download: Check = {
  id: 'download',
  needs: ['upload'],
  run: async (context) => {
    const { parts, signal, files } = context;
    const file = files.begun();
    if (!file) return unchecked('not-needed');
    try {
      const query = { $select: 'id,@microsoft.graph.downloadUrl' };
      const request = { path: testFilePath(file), query, access: 'read', signal } as const;
      const address = revealSecretUrl(await parts().graph.get(request, parseDownloadUrl));
      const { host } = new URL(address);
      const answer = await askHost(context, address);
      if (answer.kind === 'blocked') return failed('download-host-blocked', { host });
      if (answer.kind === 'unreachable') return failed('download-host-unreachable', { host });
      return isSame(new Uint8Array(answer.body), file.bytes)
        ? passed({ host })
        : failed('bytes-differ', { host });
    } catch (reason) {
      if (isCancelled(reason)) throw reason;
      return failed('drive-unavailable', { code: toOneDriveError(reason).code, request: '–' });
    }
  },
};

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
