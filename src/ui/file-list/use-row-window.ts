import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { DriveItem } from '../../drive';
import { observeBox } from '../observe-box';
import type { Geometry } from './geometry';

/** Pixels beyond both edges in which rows exist already, and in which the window moves: most frames change nothing. */
const OVERSCAN = 264;
const STEP = 176;
/** However high the page makes us, no more rows than this exist at once. */
const MOST_ROWS = 240;

export interface RowWindow {
  readonly from: number;
  readonly to: number;
  /** The first and the last block of which something may be seen. */
  readonly blocks: readonly [number, number];
}

export interface RowWindowOptions {
  readonly scrollerRef: RefObject<HTMLElement | null>;
  readonly rows: readonly DriveItem[];
  readonly geometry: Geometry;
  /** Changes with folder, sort and filter: a new list begins at its top. */
  readonly listKey: string;
  /** What was found, and no folder: whoever leaves it comes back to where the list was. */
  readonly isSearch: boolean;
  /** Id of the row that must not move on the screen while rows arrive above it; else the first visible one. */
  readonly anchorId: () => string | undefined;
}

/** Lines have one height: which of them exist is a pure function of scrollTop. Nothing is measured or cached. */
export function useRowWindow({
  scrollerRef,
  rows,
  geometry,
  listKey,
  isSearch,
  anchorId,
}: RowWindowOptions): RowWindow {
  const [range, setRange] = useState<RowWindow>({ from: 0, to: 32, blocks: [0, 0] });
  const scrolled = useRef(0);
  const read = useCallback(() => {
    const box = scrollerRef.current;
    if (!box) return;
    scrolled.current = box.scrollTop;
    const next = windowOf(geometry, box.scrollTop, box.clientHeight);
    setRange((old) => (isSame(old, next) ? old : next));
  }, [scrollerRef, geometry]);

  useKeepPlace({ scrollerRef, rows, geometry, listKey, isSearch, anchorId }, scrolled, read);

  useLayoutEffect(() => {
    const box = scrollerRef.current;
    if (!box) return undefined;
    read();
    return observeBox(box, read);
  }, [scrollerRef, read]);
  const { from, to, blocks } = range;
  return { from: Math.min(from, Math.max(0, rows.length - 1)), to: Math.min(to, rows.length), blocks };
}

function isSame(a: RowWindow, b: RowWindow): boolean {
  return a.from === b.from && a.to === b.to && a.blocks[0] === b.blocks[0] && a.blocks[1] === b.blocks[1];
}

function windowOf(geometry: Geometry, scrollTop: number, clientHeight: number): RowWindow {
  const { across, lineHeight, coveredTop } = geometry;
  const step = Math.max(1, Math.floor(STEP / lineHeight));
  const overscan = Math.max(1, Math.floor(OVERSCAN / lineHeight));
  const line = Math.floor(scrollTop / lineHeight) - overscan;
  const shown = Math.ceil((clientHeight - coveredTop) / lineHeight) + 2 * overscan + step;
  const top = Math.max(0, line - (line % step)) * lineHeight;
  const bottom = top + shown * lineHeight - 1;
  const from = geometry.indexAt(top);
  const to = geometry.indexAt(bottom) + across;
  const blocks = [geometry.blockAt(top), geometry.blockAt(bottom)] as const;
  return { from, to: Math.min(to, from + MOST_ROWS), blocks };
}

// Pages stream in and are sorted in: what the user looks at keeps its place on the screen.
function useKeepPlace(options: RowWindowOptions, scrolled: RefObject<number>, read: () => void) {
  const { scrollerRef, rows, geometry, listKey, isSearch, anchorId } = options;
  const before = useRef({ rows, geometry, listKey, isSearch });
  const tops = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    const box = scrollerRef.current;
    const old = before.current;
    before.current = { rows, geometry, listKey, isSearch };
    if (!box) return;
    if (old.listKey !== listKey) {
      // By now the box may be too short for where it was.
      tops.current.set(old.listKey, scrolled.current);
      box.scrollTop = old.isSearch ? (tops.current.get(listKey) ?? 0) : 0;
    } else if (old.rows !== rows || old.geometry !== geometry) {
      const anchor = anchorOf(old.rows, box, old.geometry, anchorId());
      const id = old.rows[anchor]?.id;
      const now = old.rows === rows ? anchor : rows.findIndex((row) => row.id === id);
      if (id !== undefined && now >= 0) box.scrollTop += geometry.topOf(now) - old.geometry.topOf(anchor);
    }
    read();
  }, [scrollerRef, rows, geometry, listKey, isSearch, anchorId, scrolled, read]);
}

// The focused row where it can be seen, else the first one; at the very top nothing is held: what is new is seen.
function anchorOf(rows: readonly DriveItem[], box: HTMLElement, geometry: Geometry, id: string | undefined) {
  const first = geometry.indexAt(box.scrollTop);
  const last = geometry.indexAt(box.scrollTop + box.clientHeight) + geometry.across - 1;
  const wanted = id === undefined ? -1 : rows.findIndex((row) => row.id === id);
  if (wanted >= first && wanted <= last) return wanted;
  return first > 0 ? first : -1;
}

/** Scrolls just as far as needed to show the row. */
export function revealRow(box: HTMLElement, index: number, geometry: Geometry): void {
  const top = geometry.topOf(index);
  const bottom = top + geometry.lineHeight;
  const visible = box.clientHeight - geometry.coveredTop;
  // Of a group's first line its heading, too.
  const block = geometry.blocks[geometry.blockOf(index)];
  const start = block?.bodyTop === top ? block.top : top;
  if (start < box.scrollTop) box.scrollTop = start;
  else if (bottom > box.scrollTop + visible) box.scrollTop = bottom - visible;
}
