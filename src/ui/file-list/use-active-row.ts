import { useCallback, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { DriveItem } from '../../drive';
import { activeElementBeside } from '../active-element';

/** Where the active row stands; where it is gone, the row that took its place. */
export function useActiveIndex(rows: readonly DriveItem[], activeId: string | undefined): number {
  const [last, setLast] = useState(0);
  const found = useMemo(
    () => (activeId === undefined ? 0 : rows.findIndex((row) => row.id === activeId)),
    [rows, activeId],
  );
  const index = found >= 0 ? found : Math.max(0, Math.min(last, rows.length - 1));
  if (index !== last) setLast(index);
  return index;
}

export interface RowFocus {
  /** Gives the focus to the active row, now and once more when the change is on screen. */
  readonly request: () => void;
  readonly isInside: () => boolean;
  /** True while the list itself moves the focus. */
  readonly isMoving: () => boolean;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/**
 * The focus stays in the list: on the active row, and on the list itself while there are no rows. A row that
 * vanishes takes the focus with it (no event tells): then the row in its place gets it.
 */
export function useRowFocus(boxRef: RefObject<HTMLElement | null>): RowFocus {
  const wanted = useRef(false);
  const owned = useRef(false);
  const moving = useRef(false);
  const focusRow = useCallback(() => {
    const row = boxRef.current?.querySelector<HTMLElement>('[data-active]');
    moving.current = true;
    (row ?? boxRef.current)?.focus({ preventScroll: true });
    moving.current = false;
    return row !== null && row !== undefined;
  }, [boxRef]);
  // After every commit on purpose: any of them may have brought or removed the row.
  useLayoutEffect(() => {
    const active = activeElementBeside(boxRef.current);
    if (wanted.current) wanted.current = !focusRow();
    else if (owned.current && (active === null || active === boxRef.current)) focusRow();
  });
  const request = useCallback(() => {
    focusRow();
    // The row may be replaced by the change that is about to be rendered.
    wanted.current = true;
  }, [focusRow]);
  const isInside = useCallback(() => {
    const active = activeElementBeside(boxRef.current);
    return active !== null && boxRef.current?.contains(active) === true;
  }, [boxRef]);
  const isMoving = useCallback(() => moving.current, []);
  const onFocus = useCallback(() => {
    owned.current = true;
  }, []);
  const onBlur = useCallback(() => {
    owned.current = false;
    wanted.current = false;
  }, []);
  return useMemo(
    () => ({ request, isInside, isMoving, onFocus, onBlur }),
    [request, isInside, isMoving, onFocus, onBlur],
  );
}
