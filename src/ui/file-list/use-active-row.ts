import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react';
import type { DriveItem } from '../../drive';

/** Where the active row stands; where it is gone, the row that took its place. */
export function useActiveIndex(rows: readonly DriveItem[], activeId: string | undefined): number {
  const last = useRef(0);
  if (rows[last.current]?.id !== activeId || activeId === undefined) {
    const found = activeId === undefined ? 0 : rows.findIndex((row) => row.id === activeId);
    if (found >= 0) last.current = found;
    else last.current = Math.max(0, Math.min(last.current, rows.length - 1));
  }
  return last.current;
}

export interface RowFocus {
  /** Gives the focus to the active row, now and once more when the change is on screen. */
  readonly request: () => void;
  readonly isInside: () => boolean;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/**
 * The focus stays in the list: on the active row, and on the list itself while there are no rows. A row that
 * vanishes takes the focus with it (no event tells): then the row in its place gets it.
 */
export function useRowFocus(box: RefObject<HTMLElement | null>): RowFocus {
  const wanted = useRef(false);
  const owned = useRef(false);
  const focusRow = useCallback(() => {
    const row = box.current?.querySelector<HTMLElement>('[data-active]');
    (row ?? box.current)?.focus({ preventScroll: true });
    return row !== null && row !== undefined;
  }, [box]);
  // After every commit on purpose: any of them may have brought or removed the row.
  useLayoutEffect(() => {
    const active = activeElementOf(box.current);
    if (wanted.current) wanted.current = !focusRow();
    else if (owned.current && (active === null || active === box.current)) focusRow();
  });
  const request = useCallback(() => {
    focusRow();
    // The row may be replaced by the change that is about to be rendered.
    wanted.current = true;
  }, [focusRow]);
  const isInside = useCallback(() => {
    const active = activeElementOf(box.current);
    return active !== null && box.current?.contains(active) === true;
  }, [box]);
  return {
    request,
    isInside,
    onFocus: useCallback(() => void (owned.current = true), []),
    onBlur: useCallback(() => {
      owned.current = false;
      wanted.current = false;
    }, []),
  };
}

function activeElementOf(box: HTMLElement | null): Element | null {
  const root = box?.getRootNode();
  const active = root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
  return active === box?.ownerDocument.body ? null : active;
}
