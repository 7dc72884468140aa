import { useLayoutEffect, useState, type RefCallback } from 'react';
import { observeBox } from './observe-box';

/** What part of a scrolling element is in view, in pixels. */
export interface ScrollWindow {
  readonly top: number;
  readonly height: number;
  readonly width: number;
}

/** Follows scrolling and size of the element that is given to `ref`. */
export function useScrollWindow(): { readonly view: ScrollWindow; readonly ref: RefCallback<HTMLElement> } {
  const [element, ref] = useState<HTMLElement | null>(null);
  const [view, setView] = useState<ScrollWindow>({ top: 0, height: 400, width: 400 });

  useLayoutEffect(() => {
    if (!element) return undefined;
    const look = () =>
      setView({ top: element.scrollTop, height: element.clientHeight, width: element.clientWidth });
    look();
    return observeBox(element, look);
  }, [element]);

  return { view, ref };
}
