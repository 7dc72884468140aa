/** How one question to the service ended. */
export type Ending = 'changed' | 'nothing' | 'failed';

/** Milliseconds between two questions while something happens. */
export const SHORTEST = 30_000;
/** The same while nothing does. */
const LONGEST = 300_000;

/** Milliseconds until the next question: nobody is asked often about what stands still, or does not answer. */
export function nextPause(pause: number, ending: Ending): number {
  if (ending === 'changed') return SHORTEST;
  return Math.min(LONGEST, Math.max(SHORTEST, pause * (ending === 'failed' ? 2 : 1.5)));
}
