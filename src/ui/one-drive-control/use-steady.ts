import { useState } from 'react';

/** Of what can be written as JSON. */
export function saysTheSame(before: unknown, now: unknown): boolean {
  return JSON.stringify(before) === JSON.stringify(now);
}

/** The value before, as long as it says the same: an object made in a render is never the same one. */
export function useSteady<T>(value: T, isSame: (before: T, now: T) => boolean): T {
  const [held, setHeld] = useState(value);
  if (isSame(held, value)) return held;
  setHeld(value);
  return value;
}
