import type { CheckId, CheckResult, ClickReason, SelfTestReport } from '../../self-test';

/** What the panel shows. */
export type SelfTestRun =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly results: readonly CheckResult[];
      readonly current: CheckId | undefined;
      /** A click is waited for. */
      readonly asking: ClickReason | undefined;
    }
  | { readonly kind: 'finished'; readonly report: SelfTestReport };

export type SelfTestEvent =
  | { readonly type: 'begun' }
  | { readonly type: 'started'; readonly id: CheckId }
  | { readonly type: 'found'; readonly result: CheckResult }
  | { readonly type: 'asking'; readonly reason: ClickReason }
  | { readonly type: 'answered' }
  | { readonly type: 'finished'; readonly report: SelfTestReport };

export function nextRun(run: SelfTestRun, event: SelfTestEvent): SelfTestRun {
  if (event.type === 'begun') return { kind: 'running', results: [], current: undefined, asking: undefined };
  if (event.type === 'finished') return { kind: 'finished', report: event.report };
  if (run.kind !== 'running') return run;
  switch (event.type) {
    case 'started':
      return { ...run, current: event.id };
    case 'found':
      return { ...run, results: [...run.results, event.result] };
    case 'asking':
      return { ...run, asking: event.reason };
    case 'answered':
      return { ...run, asking: undefined };
  }
}

type Verdict = 'all-right' | 'partly' | 'wrong';

/** Only what was checked is known to be right: of a test that was given up in the middle, that is not everything. */
export function verdictOf({ passed, results }: SelfTestReport): Verdict {
  if (!passed) return 'wrong';
  return results.every(({ status }) => status === 'passed') ? 'all-right' : 'partly';
}

export function resultsOf(run: SelfTestRun): readonly CheckResult[] {
  switch (run.kind) {
    case 'idle':
      return [];
    case 'running':
      return run.results;
    case 'finished':
      return run.report.results;
  }
}
