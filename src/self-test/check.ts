import type { CheckContext } from './check-context';
import type { CheckId, Outcome } from './outcome';

/** One thing that must be right. */
export interface Check {
  readonly id: CheckId;
  /** Without them this one says nothing: it is not run where one of them has failed or could not be checked. */
  readonly needs: readonly CheckId[];
  /** It waits for a person: no deadline ends it. */
  readonly waitsForClick?: boolean;
  run(context: CheckContext): Promise<Outcome>;
}
