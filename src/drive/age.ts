import { beginOfDay, formatInstant } from '../lib';

/** How long ago something was, in days of the calendar; from the newest on. */
export const AGES = ['today', 'yesterday', 'week', 'month', 'year', 'older'] as const;

export type Age = (typeof AGES)[number];

/** Days before today on which each begins. */
const BEGINS: readonly (readonly [Age, number])[] = [
  ['today', 0],
  ['yesterday', 1],
  ['week', 7],
  ['month', 30],
  ['year', 365],
];

/** Tells ages as of now. It compares texts: reading a date costs more, and a folder may have 100,000. */
export function createAgeTeller(now: number): (instant: string | undefined) => Age {
  const begins = BEGINS.map(
    ([age, days]) => [age, formatInstant(beginOfDay(now, days)).slice(0, 19)] as const,
  );
  return (instant = '') => {
    const second = instant.slice(0, 19);
    return begins.find(([, begin]) => second >= begin)?.[0] ?? 'older';
  };
}
