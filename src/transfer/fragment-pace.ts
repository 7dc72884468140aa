import { checkFragmentSize, FRAGMENT_UNIT } from './fragment-plan';

const FIRST = 5 * 1024 ** 2;
/** The last multiple below 60 MiB, of which Graph takes nothing larger. */
const MOST = 191 * FRAGMENT_UNIT;
/** So many without a fault before they grow: most files and all bad lines stay with small ones. */
const STEADY = 10;
/** Milliseconds of sending that a fault may cost. */
const WORTH = 4_000;
const GROWTH = 4;

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
  let steady = 0;
  return {
    size: () => size,
    arrived: (bytes, milliseconds) => {
      steady += 1;
      if (fixed !== undefined || steady < STEADY) return;
      const worth = (bytes / Math.max(1, milliseconds)) * WORTH;
      const most = Math.min(MOST, worth, size * GROWTH);
      size = Math.max(first, Math.floor(most / FRAGMENT_UNIT) * FRAGMENT_UNIT);
    },
    failed: () => {
      steady = 0;
      size = first;
    },
  };
}
