import type { Environment, ThrottleGate } from '../lib';
import type { SharedCall } from './shared-call';
import type { TransferEvent } from './transfer-state';
import type { TransferPorts } from './types';

/** What reads bytes. */
export interface ContentContext {
  readonly environment: Environment;
  readonly gate: ThrottleGate;
  /** Aborted when nobody wants them any more: the task is cancelled, the queue disposed. */
  readonly signal: AbortSignal;
}

/** What one run of one transfer works with. */
export interface TransferContext extends ContentContext {
  readonly ports: TransferPorts;
  /** Ignored once the run was stopped. */
  readonly report: (event: TransferEvent) => void;
  /** Asks the user to sign in once for all tasks of this kind. */
  readonly signIn: SharedCall;
  /** Takes over work that goes on after the task has ended, like deleting an upload session. */
  readonly background: (work: (stopped: AbortSignal) => Promise<void>) => void;
  /** By the ids of items that were uploaded: whose file it is (the names it has tried stand for it). */
  readonly owners: Map<string, ReadonlySet<string>>;
  /** Does what moves the bytes, when it is this transfer's turn. */
  readonly turn: <T>(work: () => Promise<T>) => Promise<T>;
  readonly smallFileLimit: number;
  readonly fragmentSize: number | undefined;
}
