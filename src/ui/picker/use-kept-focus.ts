import { useEffect, useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react';
import { focusNearest } from '../dialogs/use-return-focus';

/**
 * Keeps the focus in a place whose buttons come and go: where the focused one was taken away, another one gets it;
 * where the place itself goes, the list.
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
  useEffect(() => {
    const root = fallback.current?.getRootNode();
    if (!(root instanceof Document || root instanceof ShadowRoot)) return undefined;
    const page = root instanceof Document ? root : root.ownerDocument;
    return () => {
      // The page may have its own idea of what comes next.
      const { activeElement, body } = page;
      if (focused.current && (!activeElement || activeElement === body)) focusNearest(root);
    };
  }, [fallback]);
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
