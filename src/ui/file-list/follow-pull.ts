/** What a pull does, in pixels to the right of where it began. */
export interface Pull {
  readonly move: (distance: number) => void;
  /** `undefined`: it was broken off. */
  readonly end: (distance: number | undefined) => void;
}

/**
 * Follows a pointer from where it goes down on the element to where it goes up, wherever it goes in between.
 *
 * @param tremble pixels within which it is still a click
 */
export function followPull(element: HTMLElement, tremble: number, begin: () => Pull): () => void {
  const onPointerDown = (down: PointerEvent) => {
    if (down.button !== 0) return;
    // What lies around has a pull of its own.
    down.stopPropagation();
    const follow = new AbortController();
    const { signal } = follow;
    let pull: Pull | undefined;
    const onMove = ({ clientX, pointerId }: PointerEvent) => {
      const distance = clientX - down.clientX;
      if (!pull && Math.abs(distance) <= tremble) return;
      // From here on the element hears everything, the click at the end included, which means nothing then.
      if (!pull) element.setPointerCapture(pointerId);
      pull ??= begin();
      pull.move(distance);
    };
    const end = (distance: number | undefined) => {
      follow.abort();
      pull?.end(distance);
    };
    // The first move may end beside the element.
    const page = element.ownerDocument;
    const heard = { signal, capture: true };
    page.addEventListener('pointermove', onMove, heard);
    page.addEventListener('pointercancel', () => end(undefined), heard);
    page.addEventListener('pointerup', ({ clientX }) => end(clientX - down.clientX), heard);
  };
  element.addEventListener('pointerdown', onPointerDown);
  return () => element.removeEventListener('pointerdown', onPointerDown);
}
