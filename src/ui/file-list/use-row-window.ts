import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { DriveItem } from '../../drive';
import { observeBox } from '../observe-box';
import { HEADER_HEIGHT } from './columns';

const OVERSCAN = 6;
/** The window moves in steps, so that most frames of a scroll change nothing. */
const STEP = 4;
/** However high the page makes us, no more rows than this exist at once. */
const MOST_ROWS = 240;

export interface RowWindow {
  readonly from: number;
  readonly to: number;
}

export interface RowWindowOptions {
  readonly scrollerRef: RefObject<HTMLElement | null>;
  readonly rows: readonly DriveItem[];
  readonly rowHeight: number;
  /** Changes with folder, sort and filter: a new list begins at its top. */
  readonly listKey: string;
  /** Id of the row that must not move on the screen while rows arrive above it; else the first visible one. */
  readonly anchorId: () => string | undefined;
}

/** Rows have one height: which of them exist is a pure function of scrollTop. Nothing is measured or cached. */
export function useRowWindow({
  scrollerRef,
  rows,
  rowHeight,
  listKey,
  anchorId,
}: RowWindowOptions): RowWindow {
  const [range, setRange] = useState<RowWindow>({ from: 0, to: 32 });
  const read = useCallback(() => {
    const box = scrollerRef.current;
    if (!box) return;
    const top = Math.floor(box.scrollTop / rowHeight) - OVERSCAN;
    const from = Math.max(0, top - (top % STEP));
    const shown = Math.ceil((box.clientHeight - HEADER_HEIGHT) / rowHeight) + 2 * OVERSCAN + STEP;
    const to = from + Math.min(shown, MOST_ROWS);
    setRange((old) => (old.from === from && old.to === to ? old : { from, to }));
  }, [scrollerRef, rowHeight]);

  useKeepPlace({ scrollerRef, rows, rowHeight, listKey, anchorId }, read);

  useLayoutEffect(() => {
    const box = scrollerRef.current;
    if (!box) return undefined;
    read();
    return observeBox(box, read);
  }, [scrollerRef, read]);
  return { from: Math.min(range.from, Math.max(0, rows.length - 1)), to: Math.min(range.to, rows.length) };
}

// Pages stream in and are sorted in: what the user looks at keeps its place on the screen.
function useKeepPlace(options: RowWindowOptions, read: () => void) {
  const { scrollerRef, rows, rowHeight, listKey, anchorId } = options;
  const before = useRef({ rows, rowHeight, listKey });
  useLayoutEffect(() => {
    const box = scrollerRef.current;
    const old = before.current;
    before.current = { rows, rowHeight, listKey };
    if (!box) return;
    if (old.listKey !== listKey) {
      box.scrollTop = 0;
    } else if (old.rows !== rows || old.rowHeight !== rowHeight) {
      const anchor = anchorOf(old.rows, box, old.rowHeight, anchorId());
      const id = old.rows[anchor]?.id;
      const now = old.rows === rows ? anchor : rows.findIndex((row) => row.id === id);
      if (id !== undefined && now >= 0) box.scrollTop += now * rowHeight - anchor * old.rowHeight;
    }
    read();
  }, [scrollerRef, rows, rowHeight, listKey, anchorId, read]);
}

// The focused row where it can be seen, else the first one; at the very top nothing is held: what is new is seen.
function anchorOf(rows: readonly DriveItem[], box: HTMLElement, rowHeight: number, id: string | undefined) {
  const first = Math.floor(box.scrollTop / rowHeight);
  const last = first + Math.ceil(box.clientHeight / rowHeight);
  const wanted = id === undefined ? -1 : rows.findIndex((row) => row.id === id);
  if (wanted >= first && wanted <= last) return wanted;
  return first > 0 ? first : -1;
}

/** Scrolls just as far as needed to show the row. */
export function revealRow(box: HTMLElement, index: number, rowHeight: number): void {
  const top = index * rowHeight;
  const visible = box.clientHeight - HEADER_HEIGHT;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + rowHeight > box.scrollTop + visible) box.scrollTop = top + rowHeight - visible;
}
