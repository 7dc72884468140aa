import { useEffect, useMemo } from 'react';
import { EMPTY_SELECTION, selectedCount } from '../../drive';
import { useControl, useStore } from '../control-context';
import { useViewOptions } from '../view-options';
import type { Choosing } from './row-choice';

export function useChoosing(): Choosing {
  const { folder, picker } = useControl();
  const state = useStore(picker.state);
  const { selection: allowed } = useViewOptions();
  const isPicking = state.status === 'picking';
  useEffect(() => {
    // What was selected before the host allowed less.
    const { selection, rows } = folder.state.get();
    const most = { none: 0, single: 1, multiple: Number.POSITIVE_INFINITY }[allowed];
    if (!isPicking && selectedCount(selection, rows.length) > most)
      folder.setSelection(() => EMPTY_SELECTION);
  }, [folder, isPicking, allowed]);
  return useMemo(
    () =>
      state.status === 'picking'
        ? { picking: state, selection: state.rules.selection }
        : { picking: undefined, selection: allowed },
    [state, allowed],
  );
}
