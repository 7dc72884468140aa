import type { ReadableStore } from '../../lib';
import type { OwnedControl } from './use-own-control';

export type ReadyControl = Extract<OwnedControl, { status: 'ready' }>;

/** The control that stands, without waiting. */
export function readyNow(store: ReadableStore<OwnedControl>): ReadyControl | undefined {
  const owned = store.get();
  return owned.status === 'ready' && !owned.ended.aborted ? owned : undefined;
}
