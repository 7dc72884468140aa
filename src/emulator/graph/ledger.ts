import type { Write } from './model/write';

const LIMIT = 20_000;

/** The request that a write was done for. A part of a batch stands for itself. */
export interface Origin {
  /** Its number in the emulator's log; null where nobody counts. */
  readonly request: number | null;
  readonly method: string;
  /** Without the query and the keys of shares, which are secrets. */
  readonly path: string;
  readonly clientRequestId: string | null;
  readonly ifMatch: string | null;
  /** Object id. */
  readonly user: string;
  /** Null for preauthenticated URLs, which name none. */
  readonly application: string | null;
}

export interface LedgerEntry extends Write, Origin {
  readonly number: number;
  readonly time: string;
}

/** Every write, in order; the oldest go first. */
export interface Ledger {
  record(write: Write, origin: Origin): void;
  entries(): readonly LedgerEntry[];
}

export function createLedger(now: () => number): Ledger {
  let entries: LedgerEntry[] = [];
  let count = 0;
  return {
    record(write, origin) {
      count += 1;
      entries.push({ number: count, time: new Date(now()).toISOString(), ...write, ...origin });
      // In one go for many: cutting one off each time would move all the others.
      if (entries.length > 2 * LIMIT) entries = entries.slice(-LIMIT);
    },
    entries: () => entries.slice(-LIMIT),
  };
}
