import type { ErrorCode } from '../../lib';
import type { TransferState } from '../../transfer';

/** Nothing that gets better by itself, but a person can make room, give access or start anew. */
const HELPED: ReadonlySet<ErrorCode> = new Set([
  'access-denied',
  'admin-approval-needed',
  'quota-exceeded',
  'session-lost',
]);

/** True where the same transfer, started once more, may succeed. */
export function canRetry(state: TransferState): boolean {
  if (state.status === 'failed') return state.error.retry !== 'never' || HELPED.has(state.error.code);
  return state.status === 'cancelled';
}
