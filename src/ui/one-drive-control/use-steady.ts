import { useState } from 'react';

/** The value before, as long as it says the same: an object made in a render is never the same one. */
export function useSteady<T>(value: T, isSame: (before: T, now: T) => boolean): T {
  const [held, setHeld] = useState(value);
  if (isSame(held, value)) return held;
  setHeld(value);
  return value;
}
