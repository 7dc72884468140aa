import { useEffect } from 'react';
import { findPickRefusal, isSameItem, isSelected, selectOnly, toggleSelected } from '../../drive';
import { useControl } from '../control-context';
import { limitOf } from './describe-choice';

/** People who upload while they choose upload what they want to choose: it is picked, where it may be. */
export function usePickUploads(): void {
  const { folder, picker, transfers } = useControl();
  useEffect(
    () =>
      transfers.onUploaded((item, target) => {
        const state = picker.state.get();
        const open = folder.state.get().path.at(-1);
        if (state.status === 'off' || !open || !isSameItem(open, target)) return;
        if (findPickRefusal(state.rules, item)) return;
        const max = limitOf(state.rules);
        if (max > 1 && state.basket.length >= max) return;
        picker.setSelection((selection) => {
          if (max === 1) return selectOnly(item.id);
          return isSelected(selection, item.id) ? selection : toggleSelected(selection, item.id);
        });
      }),
    [folder, picker, transfers],
  );
}
