/** The emulator's clock: real time plus what `POST /_emulator/clock` added. */
export interface VirtualClock {
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly advance: (ms: number) => void;
  readonly reset: () => void;
}

export function createVirtualClock(realNow: () => number = Date.now): VirtualClock {
  let ahead = 0;
  return {
    now: () => realNow() + ahead,
    advance: (ms) => {
      ahead += ms;
    },
    reset: () => {
      ahead = 0;
    },
  };
}
