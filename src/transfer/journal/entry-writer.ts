/* oxlint-disable no-await-in-loop -- one transaction after another */
import type { Environment } from '../../lib';
import { writeEntries, type EntryChange } from './entry-store';
import type { LiveEntry } from './live-entry';

/** In one transaction: enough that a thousand files cost little, so few that the first ones need not wait. */
const BATCH = 32;
/** Milliseconds. */
const LATER = 250;

export interface EntryWriter {
  /** Resolves once the entry lies there as it is now, or can't. */
  readonly save: (entry: LiveEntry) => Promise<void>;
  /** What is over goes with others: files that arrive one after another are not written off one by one. */
  readonly saveLater: (entry: LiveEntry) => void;
  /** Resolves once everything is written. */
  readonly finish: () => Promise<void>;
}

/**
 * @param prepare what is to be written of an entry; rejects where it can't be kept
 * @param spare called where there is no room: the next try is to need less
 */
export function createEntryWriter(
  environment: Pick<Environment, 'database' | 'after'>,
  prepare: (entry: LiveEntry) => Promise<EntryChange>,
  spare: (entries: readonly LiveEntry[]) => void,
): EntryWriter {
  /** Each once, however often it has changed, with those who wait for it. */
  const changed = new Map<LiveEntry, (() => void)[]>();
  let writing: Promise<void> | undefined;
  let cancelTimer: (() => void) | undefined;

  const write = async (batch: readonly LiveEntry[], isSecondTry = false): Promise<void> => {
    const prepared = await Promise.allSettled(batch.map(prepare));
    const changes = prepared.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
    const isWritten = changes.length > 0 && (await tryToWrite(environment, changes));
    if (!isWritten && changes.length > 0 && !isSecondTry) {
      spare(batch);
      return write(batch, true);
    }
    batch.forEach((entry, index) => {
      const { status } = prepared[index] ?? {};
      entry.isKept = status === 'fulfilled' && isWritten && !entry.isOver;
    });
  };
  const writeAll = async () => {
    // What is said in one go is written in one.
    await Promise.resolve();
    cancelTimer?.();
    cancelTimer = undefined;
    while (changed.size > 0) {
      const batch = [...changed].slice(0, BATCH);
      for (const [entry] of batch) changed.delete(entry);
      await write(batch.map(([entry]) => entry));
      for (const [, waiting] of batch) for (const done of waiting) done();
    }
    writing = undefined;
  };
  const start = () => (writing ??= writeAll());
  return {
    save: (entry) =>
      new Promise((resolve) => {
        changed.set(entry, [...(changed.get(entry) ?? []), resolve]);
        void start();
      }),
    saveLater: (entry) => {
      changed.set(entry, changed.get(entry) ?? []);
      if (!writing) cancelTimer ??= environment.after(LATER, () => void start());
    },
    finish: start,
  };
}

async function tryToWrite(
  environment: Pick<Environment, 'database'>,
  changes: readonly EntryChange[],
): Promise<boolean> {
  try {
    await writeEntries(environment, changes);
    return true;
  } catch {
    return false;
  }
}
