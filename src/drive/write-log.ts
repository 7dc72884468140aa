/**
 * Ids that writes touched since the running listing began. A page may have been read before the write, so for
 * these ids the answer of the write is the truth.
 */
export interface WriteLog {
  add(ids: readonly string[]): void;
  has(id: string): boolean;
  clear(): void;
}

export function createWriteLog(): WriteLog {
  const written = new Set<string>();
  return {
    add: (ids) => {
      for (const id of ids) written.add(id);
    },
    has: (id) => written.has(id),
    clear: () => written.clear(),
  };
}
