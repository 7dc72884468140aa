import type { Environment } from './environment';

/** Something that is done at most once in a while, however often it is asked for. */
export interface Paced {
  readonly now: () => void;
  /** At once where it was not just done, else when the while is over. */
  readonly next: () => void;
  /** When the while is over. */
  readonly soon: () => void;
  /** What was asked for is not done any more. */
  readonly end: () => void;
}

/** @param period milliseconds */
export function createPaced(
  environment: Pick<Environment, 'after' | 'now'>,
  period: number,
  run: () => void,
): Paced {
  let cancel: (() => void) | undefined;
  let ranAt = Number.NEGATIVE_INFINITY;
  const end = () => {
    cancel?.();
    cancel = undefined;
  };
  const now = () => {
    end();
    ranAt = environment.now();
    run();
  };
  const soon = () => {
    cancel ??= environment.after(period, now);
  };
  return { now, soon, end, next: () => (environment.now() - ranAt >= period ? now() : soon()) };
}
