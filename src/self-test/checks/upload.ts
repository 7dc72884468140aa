import { parseUploadSession } from '../../graph';
import { isCancelled, revealSecretUrl, toOneDriveError } from '../../lib';
import { askHost } from '../ask-host';
import type { Check } from '../check';
import type { CheckContext } from '../check-context';
import { failed, passed, type Outcome } from '../outcome';
import { testFilePath } from '../test-file';

/** A small file goes up through an upload session: its bytes go to another host than Graph. */
export const upload: Check = {
  id: 'upload',
  needs: ['writing'],
  run: async (context) => {
    const { parts, signal, files } = context;
    const file = files.begin();
    try {
      const path = `${testFilePath(file)}/createUploadSession`;
      const body = { item: { '@microsoft.graph.conflictBehavior': 'fail', fileSize: file.bytes.length } };
      const session = await parts().graph.post({ path, body, access: 'write', signal }, parseUploadSession);
      return await send(context, revealSecretUrl(session.uploadUrl), file.bytes);
    } catch (reason) {
      if (isCancelled(reason)) throw reason;
      const { code, serviceCode, requestId } = toOneDriveError(reason);
      return failed('upload-refused', { code: serviceCode ?? code, request: requestId ?? '–' });
    }
  },
};

async function send(
  context: CheckContext,
  address: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Outcome> {
  const { host } = new URL(address);
  const answer = await askHost(context, address, {
    method: 'PUT',
    headers: { 'Content-Range': `bytes 0-${bytes.length - 1}/${bytes.length}` },
    body: bytes,
  });
  if (answer.kind === 'blocked') return failed('upload-host-blocked', { host });
  if (answer.kind === 'unreachable') return failed('upload-host-unreachable', { host });
  const { ok, status } = answer.response;
  return ok ? passed({ host }) : failed('upload-refused', { code: String(status), request: '–' });
}
