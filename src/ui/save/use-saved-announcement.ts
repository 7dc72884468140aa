import { useEffect } from 'react';
import { useText } from '../text';
import { useViewState } from '../view-state';
import type { Saving } from './create-saving';
import { describeSaved } from './save-summary';

/** Speaks that it is saved, also where the tray goes at the same moment. */
export function useSavedAnnouncement({ state }: Saving): void {
  const text = useText();
  const { announcement } = useViewState();
  useEffect(() => {
    let before = state.get().phase;
    return state.subscribe(() => {
      const { phase } = state.get();
      if (phase.status === 'saved' && phase !== before) announcement.set(describeSaved(phase, text));
      before = phase;
    });
  }, [state, text, announcement]);
}
