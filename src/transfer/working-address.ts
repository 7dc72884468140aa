/* oxlint-disable no-await-in-loop -- a fresh address only after the last one has failed */
import type { DriveItem } from '../graph';
import { withDeadline, type SecretUrl } from '../lib';
import { freshContent, readFailure, requestContent, waitForFreshAddress } from './content-address';
import { createRetryBudget } from './retry-budget';
import type { TransferContext } from './transfer-context';
import { hostOf } from './upload-host';

/** An address that has not answered for so long (milliseconds) is given up. */
const DEADLINE = 60_000;

/**
 * A fresh address of the content that has just given its first byte. Without this proof the browser might be
 * sent to an error: then it leaves the page, uploads and all, and the address stands where people can see it.
 */
export async function findWorkingAddress(context: TransferContext, item: DriveItem): Promise<SecretUrl> {
  const budget = createRetryBudget();
  for (;;) {
    const { url } = await freshContent(context, item);
    try {
      await prove(context, url);
      return url;
    } catch (reason) {
      await waitForFreshAddress(context, budget, url, reason);
    }
  }
}

async function prove(context: TransferContext, url: SecretUrl): Promise<void> {
  const { environment, gate, signal } = context;
  // Before the deadline begins: a closed gate says nothing about the address.
  await gate.pass(hostOf(url), signal);
  await withDeadline(environment, DEADLINE, signal, async (ends) => {
    // So simple a range needs no preflight (Fetch: "CORS-safelisted request-header").
    const response = await requestContent(context, url, { headers: { Range: 'bytes=0-0' }, signal: ends });
    // 416: an empty file has no first byte.
    if (!response.ok && response.status !== 416) throw await readFailure(context, response);
    // A server may answer a Range request with everything. One that broke has nothing to cancel.
    response.body?.cancel().catch(() => {});
  });
}
