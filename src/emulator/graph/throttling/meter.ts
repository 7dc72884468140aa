/** What was used of a budget that is granted anew with every window of time. */
export interface Meter {
  readonly limit: number;
  use(amount: number): void;
  /** In the window that runs now; what went beyond the budget burdens the next one. */
  used(): number;
  /** Seconds until the next window. */
  reset(): number;
  /** Seconds until there is something left; 0 where there is. */
  wait(): number;
}

/** The first use opens a window of `seconds`. */
export function createMeter(limit: number, seconds: number, now: () => number): Meter {
  const length = seconds * 1000;
  let amountUsed = 0;
  let ends = 0;
  const used = (): number => {
    const late = now() - ends;
    if (amountUsed > 0 && late >= 0) {
      const passed = Math.floor(late / length) + 1;
      amountUsed = Math.max(0, amountUsed - passed * limit);
      ends += passed * length;
    }
    return amountUsed;
  };
  const reset = (): number => (used() === 0 ? seconds : Math.ceil((ends - now()) / 1000));
  return {
    limit,
    use(amount) {
      if (amount === 0) return;
      if (used() === 0) ends = now() + length;
      amountUsed += amount;
    },
    used,
    reset,
    wait() {
      const full = Math.floor(used() / limit);
      return full === 0 ? 0 : reset() + (full - 1) * seconds;
    },
  };
}
