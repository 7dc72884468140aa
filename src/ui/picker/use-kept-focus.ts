import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react';

/**
 * Keeps the focus in a place whose buttons come and go: where the focused one was taken away, another one gets it.
 *
 * @returns handlers for the place
 */
export function useKeptFocus(fallback: RefObject<HTMLElement | null>) {
  const focused = useRef<Element>(undefined);
  useLayoutEffect(() => {
    if (!focused.current || focused.current.isConnected) return;
    focused.current = undefined;
    fallback.current?.focus();
  });
  return {
    onFocus: (event: FocusEvent) => {
      focused.current = event.target;
    },
    onBlur: (event: FocusEvent) => {
      // What is taken away loses the focus too, to nothing; that is not leaving.
      if (event.relatedTarget || event.target.isConnected) focused.current = undefined;
    },
  };
}
