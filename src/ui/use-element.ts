import { useCallback, useRef, type RefCallback, type RefObject } from 'react';

/**
 * A ref to read and the callback that fills it. Fluent's types take only callbacks under this project's strict
 * compiler options (their `ref` is `Ref<never>`).
 */
export function useElement<T extends Element>(): [RefObject<T | null>, RefCallback<T>] {
  const element = useRef<T>(null);
  const set = useCallback((found: T | null) => {
    element.current = found;
  }, []);
  return [element, set];
}
