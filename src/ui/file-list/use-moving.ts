import type { DriveItem } from '../../drive';
import { useStore } from '../control-context';
import { useViewOptions } from '../view-options';
import { useViewState } from '../view-state';
import type { Choosing } from './row-choice';

/** How an item takes part in moving: whether it can be dragged, and whether it was cut. */
export function useMoving({ picking }: Choosing) {
  const clipping = useStore(useViewState().clipboard);
  const { actions } = useViewOptions();
  const draggable = !picking && (actions.has('move') || actions.has('copy'));
  return (item: DriveItem) => ({
    draggable,
    isCut: clipping?.how === 'move' && clipping.items.some(({ id }) => id === item.id),
  });
}
