import type { SecretUrl } from '../lib';
import { deleteSession } from './delete-session';
import type { TransferContext } from './transfer-context';
import type { UploadMemo } from './upload-memo';

/** In the background; remembered until the service has answered, so that another page can ask once more. */
export function endSession(
  { environment, gate, background }: Pick<TransferContext, 'environment' | 'gate' | 'background'>,
  memo: Pick<UploadMemo, 'closing' | 'closed'>,
  uploadUrl: SecretUrl,
): void {
  memo.closing(uploadUrl);
  background(async (stopped) => {
    if (await deleteSession({ environment, gate }, uploadUrl, stopped)) memo.closed(uploadUrl);
  });
}
