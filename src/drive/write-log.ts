import type { Environment } from '../lib';

/** Ids that have been written, for those who hear of them what may be older. */
export interface WriteLog {
  /** What this control has done. */
  addOwn(ids: readonly string[]): void;
  /** What delta has told of others. */
  addTold(ids: readonly string[]): void;
  /**
   * Written since the running listing began. A page may have been read before the write, so for these ids the answer of
   * the write is the truth.
   */
  has(id: string): boolean;
  /** By this control, a moment ago: the service may still tell of what was before (seen for a minute). */
  isOwn(id: string): boolean;
  /** Another listing begins. */
  clear(): void;
}

const MOMENT = 120_000;

export function createWriteLog({ now }: Pick<Environment, 'now'>): WriteLog {
  const written = new Set<string>();
  const own = new Map<string, number>();
  return {
    addOwn: (ids) => {
      for (const id of ids) {
        written.add(id);
        // Deleted first, so that the oldest come first.
        own.delete(id);
        own.set(id, now());
      }
      for (const [id, at] of own) {
        if (now() - at <= MOMENT) break;
        own.delete(id);
      }
    },
    addTold: (ids) => {
      for (const id of ids) written.add(id);
    },
    has: (id) => written.has(id),
    isOwn: (id) => now() - (own.get(id) ?? -Infinity) <= MOMENT,
    clear: () => written.clear(),
  };
}
