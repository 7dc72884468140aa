import { loadCode } from '../../lib';

/**
 * Whoever has the focus in a card that goes when somebody has connected finds it in what takes its place.
 *
 * @param place in a card within the section of the whole control
 * @returns call it when the card is about to go
 */
export function handFocusOn(place: Element | null): (() => void) | undefined {
  const card = place?.closest('section');
  const view = card?.parentElement?.closest('section');
  if (!card || !view) return undefined;
  return () => {
    const root = card.getRootNode();
    const focused = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
    if (!card.contains(focused)) return;
    loadCode(import('./focus-rows'))
      .then(({ focusRows }) => focusRows(view))
      .catch(() => undefined);
  };
}
