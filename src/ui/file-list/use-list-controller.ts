import { useMemo } from 'react';
import { findCountRefusal, isSameItem, type DriveItem, type PickRefusal } from '../../drive';
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
    const { picker } = control;
    const showNotice = (sentence: string) => {
      const state = picker.state.get();
      if (state.status === 'picking') view.pickNotice.set({ text: sentence, basket: state.basket });
    };
    const onGathered = (folder: DriveItem, count: number | undefined) => {
      const state = picker.state.get();
      if (state.status === 'off') return;
      const { gathering } = state;
      if (count !== undefined) {
        const isFull = findCountRefusal(state) !== undefined;
        const sentence = text(isFull ? 'list.gatheredFull' : 'list.gathered', { count, folder: folder.name });
        view.announcement.set(sentence);
        if (isFull) showNotice(sentence);
      } else if (gathering.status === 'failed' && isSameItem(gathering.folder, folder)) {
        const title = text(`error.${gathering.error.code}.title`);
        const sentence = text('list.gatherFailed', { folder: folder.name, title });
        view.announcement.set(sentence);
        showNotice(sentence);
      }
    };
    // Not announced: the row that has the focus says it of itself.
    const onRefused = ({ name }: DriveItem, refusal: PickRefusal) =>
      showNotice(text('list.refused', { name, reason: describeRefusal(refusal) }));
    return createListController({ control, view, options, onGathered, onRefused });
  }, [control, view, options, text, describeRefusal]);
}
