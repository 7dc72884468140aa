import type { FaultRule } from './fault-schema';

interface FaultTarget {
  readonly method: string;
  /** Path with query. */
  readonly path: string;
  readonly origin: 'login' | 'bytes';
}

/** The faults that were scripted, and how often each one's requests have come by. */
export interface FaultScript {
  add(rules: readonly FaultRule[]): void;
  clear(): void;
  /** Counts a request for every rule it matches; the first rule that is due hits it. */
  next(target: FaultTarget): FaultRule | undefined;
  snapshot(): readonly unknown[];
}

export function createFaultScript(): FaultScript {
  let entries: { readonly rule: FaultRule; seen: number }[] = [];
  return {
    add: (rules) => {
      entries = [...entries, ...rules.map((rule) => ({ rule, seen: 0 }))];
    },
    clear: () => {
      entries = [];
    },
    next: (target) => {
      let due: FaultRule | undefined;
      for (const entry of entries) {
        if (!matches(entry.rule, target)) continue;
        entry.seen += 1;
        const { nth, times } = entry.rule;
        if (entry.seen >= nth && entry.seen < nth + times) due ??= entry.rule;
      }
      return due;
    },
    snapshot: () =>
      entries.map(({ rule, seen }) => ({
        ...rule,
        match: { ...rule.match, path: rule.match.path?.source },
        seen,
      })),
  };
}

/** A preflight is hit only by a rule that names OPTIONS: it would spoil every other count. */
function matches(rule: FaultRule, target: FaultTarget): boolean {
  const { method, path, origin } = rule.match;
  if (method === undefined ? target.method === 'OPTIONS' : method !== target.method) return false;
  if (origin !== undefined && origin !== target.origin) return false;
  return path === undefined || path.test(target.path);
}
