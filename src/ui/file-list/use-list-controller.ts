import { useMemo } from 'react';
import { isSameItem, type DriveItem, type PickRefusal } from '../../drive';
import { useControl } from '../control-context';
import { useText } from '../text';
import { useViewOptions } from '../view-options';
import { useViewState } from '../view-state';
import { createListController, type ListController } from './list-controller';
import { useRefusalText } from './use-refusal-text';

/** The list's controller, which says in words what it could not pick. */
export function useListController(): ListController {
  const control = useControl();
  const view = useViewState();
  const options = useViewOptions();
  const text = useText();
  const describeRefusal = useRefusalText();
  return useMemo(() => {
    const onGathered = (folder: DriveItem, count: number | undefined) => {
      const state = control.picker.state.get();
      if (state.status === 'off') return;
      const { basket, gathering, rules } = state;
      const show = (sentence: string) => view.pickNotice.set({ text: sentence, basket });
      if (count !== undefined) {
        const isFull = rules.maxCount !== undefined && basket.length >= rules.maxCount;
        const sentence = text(isFull ? 'list.gatheredFull' : 'list.gathered', { count, folder: folder.name });
        view.announcement.set(sentence);
        if (isFull) show(sentence);
      } else if (gathering.status === 'failed' && isSameItem(gathering.folder, folder)) {
        const title = text(`error.${gathering.error.code}.title`);
        const sentence = text('list.gatherFailed', { folder: folder.name, title });
        view.announcement.set(sentence);
        show(sentence);
      }
    };
    // Not announced: the row that has the focus says it of itself.
    const onRefused = ({ name }: DriveItem, refusal: PickRefusal) => {
      const state = control.picker.state.get();
      if (state.status === 'off') return;
      const sentence = text('list.refused', { name, reason: describeRefusal(refusal) });
      view.pickNotice.set({ text: sentence, basket: state.basket });
    };
    return createListController({ control, view, options, onGathered, onRefused });
  }, [control, view, options, text, describeRefusal]);
}
