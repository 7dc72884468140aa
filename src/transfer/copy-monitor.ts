import { parseCopyStatus, type CopyStatus } from '../graph';
import {
  backoff,
  isCancelled,
  toOneDriveError,
  withDeadline,
  type OneDriveError,
  type SecretUrl,
} from '../lib';
import { isAskedToWait } from './call-port';
import { readFailure, requestContent } from './content-address';
import type { TransferContext } from './transfer-context';
import { hostOf } from './upload-host';

/** Milliseconds for an answer. */
const DEADLINE = 30_000;

/** `silent`: it says nothing now, as where its host has no CORS. `gone`: it never will again. */
export type MonitorAnswer = CopyStatus | { readonly kind: 'silent' } | { readonly kind: 'gone' };

/**
 * Asks the monitor of a copy once: preauthenticated, so without a token (it causes 401 and an endless wait: OD#1057),
 * and opaque: hosts and answers vary (OD#852). Not `throws` but `silent`: the folder itself can be looked at.
 *
 * @throws OneDriveError `cancelled`
 */
export async function askMonitor(context: TransferContext, url: SecretUrl): Promise<MonitorAnswer> {
  const { environment, gate, signal } = context;
  try {
    // Before the deadline begins: a closed gate says nothing about the monitor.
    await gate.pass(hostOf(url), signal);
    return await withDeadline(environment, DEADLINE, signal, async (ends) => {
      const response = await requestContent(context, url, { redirect: 'manual', signal: ends });
      return readAnswer(context, url, response);
    });
  } catch (reason) {
    if (isCancelled(reason)) throw toOneDriveError(reason);
    return { kind: 'silent' };
  }
}

async function readAnswer(
  context: TransferContext,
  url: SecretUrl,
  response: Response,
): Promise<MonitorAnswer> {
  // It leads on to the new item, at an address that wants a token.
  if (response.type === 'opaqueredirect' || isRedirect(response.status)) return { kind: 'completed' };
  if (response.ok) return parseCopyStatus(await response.json());
  const error = await readFailure(context, response);
  if (isAskedToWait(error)) {
    waitAtGate(context, url, error);
    return { kind: 'silent' };
  }
  return response.status >= 500 ? { kind: 'silent' } : { kind: 'gone' };
}

function waitAtGate(
  { environment, gate, report }: TransferContext,
  url: SecretUrl,
  { retryAfter }: OneDriveError,
): void {
  const delay = backoff(1, environment, { retryAfter, throttled: true });
  gate.close(hostOf(url), delay);
  report({ type: 'waiting', reason: 'throttled', until: environment.now() + delay });
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}
