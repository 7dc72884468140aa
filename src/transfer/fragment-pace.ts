import { checkFragmentSize, FRAGMENT_UNIT } from './fragment-plan';

const FIRST = 5 * 1024 ** 2;
/** The last multiple below 60 MiB, of which Graph takes nothing larger. */
const MOST = 191 * FRAGMENT_UNIT;
/** Milliseconds of sending that a fault may cost. */
const WORTH = 4_000;
const GROWTH = 4;
/** A line that has failed shows so many times that it does not fail any more. */
const CONVALESCENCE = 10;

/** How large the next fragment is (decision 0025): a fault costs one, and each one costs a round trip. */
export interface FragmentPace {
  readonly size: () => number;
  readonly arrived: (bytes: number, milliseconds: number) => void;
  readonly failed: () => void;
}

/** @param fixed bytes of every fragment, whatever the line can */
export function createFragmentPace(fixed: number | undefined): FragmentPace {
  const first = fixed === undefined ? FIRST : checkFragmentSize(fixed);
  let size = first;
  /** So many are to arrive before they grow. */
  let small = 1;
  return {
    size: () => size,
    arrived: (bytes, milliseconds) => {
      small -= 1;
      if (fixed !== undefined || small > 0) return;
      const worth = (bytes / Math.max(1, milliseconds)) * WORTH;
      const most = Math.min(MOST, worth, size * GROWTH);
      size = Math.max(first, Math.floor(most / FRAGMENT_UNIT) * FRAGMENT_UNIT);
    },
    failed: () => {
      small = CONVALESCENCE;
      size = first;
    },
  };
}
