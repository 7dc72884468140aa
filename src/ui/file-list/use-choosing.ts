import { useEffect, useMemo } from 'react';
import { EMPTY_SELECTION, selectedCount, type Elsewhere } from '../../drive';
import { useControl, useStore } from '../control-context';
import { useViewOptions } from '../view-options';
import type { Choosing } from './row-choice';

/** What they list can be opened, and nothing else. */
const OF_PLACES: ReadonlySet<Elsewhere['kind']> = new Set(['sites', 'site', 'teams', 'team']);

export function useChoosing(): Choosing {
  const { folder, picker } = useControl();
  const state = useStore(picker.state);
  const { selection } = useViewOptions();
  const here = useStore(folder.state).path.at(-1)?.elsewhere?.kind;
  const allowed = here !== undefined && OF_PLACES.has(here) ? 'none' : selection;
  const isPicking = state.status === 'picking';
  useEffect(() => {
    // What was selected before the host allowed less.
    const { selection: chosen, rows } = folder.state.get();
    const most = { none: 0, single: 1, multiple: Number.POSITIVE_INFINITY }[allowed];
    if (!isPicking && selectedCount(chosen, rows.length) > most) folder.setSelection(() => EMPTY_SELECTION);
  }, [folder, isPicking, allowed]);
  return useMemo(
    () =>
      state.status === 'picking'
        ? { picking: state, selection: state.rules.selection }
        : { picking: undefined, selection: allowed },
    [state, allowed],
  );
}
