import { useLayoutEffect, useState } from 'react';
import type { DriveItem, FolderBrowser } from '../../drive';
import type { ItemFilter } from '../../host';

/**
 * One function as long as the host's says the same of the rows: hosts make another one at each of their renderings, and
 * other rules would judge all rows anew and end counting.
 */
export function useNewestFilter(
  itemFilter: ItemFilter | undefined,
  folder: Pick<FolderBrowser, 'state'>,
): ItemFilter | undefined {
  const [steady, setSteady] = useState(() => createSteadyFilter(itemFilter));
  useLayoutEffect(() => {
    if (steady.isNewest(itemFilter)) return;
    steady.become(itemFilter);
    if (!folder.state.get().rows.some(steady.hasChanged)) return;
    // oxlint-disable-next-line react/set-state-in-effect -- the host's function is not called in a rendering
    setSteady(createSteadyFilter(itemFilter));
  }, [itemFilter, folder, steady]);
  return itemFilter && steady.ask;
}

function createSteadyFilter(first: ItemFilter | undefined) {
  let newest = first;
  const answers = new WeakMap<DriveItem, boolean | string>();
  const ask: ItemFilter = (item) => {
    const answer = newest?.(item) ?? true;
    answers.set(item, answer);
    return answer;
  };
  const hasChanged = (item: DriveItem): boolean => {
    const before = answers.get(item);
    if (before === undefined) return false;
    try {
      return newest?.(item) !== before;
    } catch {
      return true;
    }
  };
  return {
    ask,
    hasChanged,
    isNewest: (filter: ItemFilter | undefined) => filter === newest,
    become: (filter: ItemFilter | undefined) => {
      newest = filter;
    },
  };
}
