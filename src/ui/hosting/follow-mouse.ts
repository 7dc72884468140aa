import type { FolderHistory } from '../host-door';

/** The buttons at the side of a mouse. */
const WAYS = new Map<number, 'back' | 'forward'>([
  [3, 'back'],
  [4, 'forward'],
]);

/** Over the control they walk through its own history; where that ends they are the browser's. Returns what ends it. */
export function followMouse(place: HTMLElement, history: FolderHistory): () => void {
  const end = new AbortController();
  const meant = (event: MouseEvent) => {
    const way = WAYS.get(event.button);
    return way && history.can(way) ? way : undefined;
  };
  const onPress = (event: MouseEvent) => {
    if (meant(event)) event.preventDefault();
  };
  const onRelease = (event: MouseEvent) => {
    const way = meant(event);
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    history.go(way);
  };
  place.addEventListener('mousedown', onPress, end);
  place.addEventListener('mouseup', onRelease, end);
  return () => end.abort();
}
