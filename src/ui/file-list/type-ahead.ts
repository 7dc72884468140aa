import type { DriveItem } from '../../drive';

const PAUSE = 1000;

export interface TypeAhead {
  /** Index of the row that the letters typed so far lead to, or -1. `now`: the event's time stamp. */
  find(letter: string, now: number, rows: readonly DriveItem[], from: number): number;
  /** True while letters are being typed: a space then belongs to the name. */
  isRunning(now: number): boolean;
}

/** Letters typed within a second of each other make one prefix; the same letter again goes to the next row. */
export function createTypeAhead(): TypeAhead {
  let typed = '';
  let last = Number.NEGATIVE_INFINITY;
  const isRunning = (now: number) => typed !== '' && now - last < PAUSE;
  return {
    isRunning,
    find(letter, now, rows, from) {
      typed = isRunning(now) ? typed + letter.toLocaleLowerCase() : letter.toLocaleLowerCase();
      last = now;
      const repeated = /^(.)\1+$/su.test(typed);
      const prefix = repeated ? typed.slice(0, 1) : typed;
      const start = typed.length === 1 || repeated ? from + 1 : from;
      for (let step = 0; step < rows.length; step += 1) {
        const index = (start + step) % rows.length;
        if (rows[index]?.name.toLocaleLowerCase().startsWith(prefix)) return index;
      }
      return -1;
    },
  };
}
