import { useState } from 'react';

/** Which element shows which row: ids of rows, and the keys of their elements. */
export type Slots = ReadonlyMap<string, number>;

/**
 * Elements for the rows of the window. After a leap, where nothing of the old window stays, the new rows take the
 * old elements over, from top to bottom: filling costs half of making. Otherwise rows keep theirs and newcomers get
 * new ones, so that the elements stand in the order of the rows and none that stays is moved.
 *
 * @param lasting id of the row that exists wherever it is: it always keeps its element, and with it the focus
 */
export function assignSlots(before: Slots, ids: readonly string[], lasting: string | undefined): Slots {
  if (ids.length === before.size && ids.every((id) => before.has(id))) return before;
  const isLeap = ids.every((id) => id === lasting || !before.has(id));
  const free = isLeap ? [...before].flatMap(([id, slot]) => (id === lasting ? [] : [slot])) : [];
  let fresh = Math.max(-1, ...before.values()) + 1;
  let next = 0;
  return new Map(
    ids.map((id) => {
      const kept = before.get(id);
      if (kept !== undefined) return [id, kept];
      const slot = free[next] ?? fresh++;
      next += 1;
      return [id, slot];
    }),
  );
}

export function useSlots(ids: readonly string[], lasting: string | undefined): Slots {
  const [before, setBefore] = useState<Slots>(NONE);
  const slots = assignSlots(before, ids, lasting);
  if (slots !== before) setBefore(slots);
  return slots;
}

const NONE: Slots = new Map();
