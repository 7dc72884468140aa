import { useLayoutEffect, useMemo, useState, type RefObject } from 'react';
import {
  DEFAULT_ARRANGEMENT,
  type Column,
  type ColumnId,
  type FieldId,
  type Layout,
  type SortColumn,
} from '../../drive';

export const HEADER_HEIGHT = 40;

/** Narrower than this, a row has its name and a second line below it. */
const NARROW = 600;
/** Check circle, and the space at both ends. */
const FIXED = 68;
/** What the name keeps beside columns that somebody wants, and beside those that are only usual. */
const NAME_WIDTH = { wanted: 190, usual: 364 } as const;
/** These two are shown before the name gets more room. */
const IMPORTANT: ReadonlySet<ColumnId> = new Set(['modified', 'size']);

/** All others are as wide as a date. */
const WIDTHS: Readonly<Partial<Record<ColumnId, number>>> = {
  modifiedBy: 168,
  size: 104,
  type: 128,
  sharing: 112,
  createdBy: 168,
};

/** What a click on a column's header sorts by. */
export const SORTED_BY: Readonly<Record<Exclude<ColumnId, FieldId>, SortColumn>> = {
  modified: 'lastModifiedDateTime',
  modifiedBy: 'lastModifiedBy',
  size: 'size',
  type: 'type',
  sharing: 'shared',
  created: 'createdDateTime',
  createdBy: 'createdBy',
};

/** The columns for which there is room. */
export interface ShownColumns {
  readonly ids: readonly ColumnId[];
  /** The tracks of header and rows. */
  readonly template: string;
  readonly isNarrow: boolean;
}

export function widthOf({ id, width }: Column): number {
  return width ?? WIDTHS[id] ?? 156;
}

/** Those that fit, in their order; without room, the least important one goes first. */
export function fitColumns(columns: readonly Column[], width: number): ShownColumns {
  const isNarrow = width < NARROW;
  const shown = new Set<Column>();
  const isUsual = JSON.stringify(columns) === JSON.stringify(DEFAULT_ARRANGEMENT.columns);
  let left = width - FIXED;
  const byImportance = [
    ...columns.filter(({ id }) => IMPORTANT.has(id)),
    ...columns.filter(({ id }) => !IMPORTANT.has(id)),
  ];
  for (const column of isNarrow ? [] : byImportance) {
    const isWanted = !isUsual || IMPORTANT.has(column.id);
    left -= widthOf(column);
    if (left < NAME_WIDTH[isWanted ? 'wanted' : 'usual']) break;
    shown.add(column);
  }
  const fitting = columns.filter((column) => shown.has(column));
  const tracks = fitting.map((column) => `${widthOf(column)}px`);
  return {
    ids: fitting.map(({ id }) => id),
    template: ['44px', 'minmax(0, 1fr)', ...tracks].join(' '),
    isNarrow,
  };
}

/** @param hasSecond a second line stands below the name */
export function rowHeightOf(layout: Layout, hasSecond: boolean): number {
  if (layout === 'compact') return 30;
  return hasSecond ? 56 : 44;
}

/** Follows the width of the list itself, not of the window: a host may give it any column of its page. */
export function useListWidth(boxRef: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(1024);
  useLayoutEffect(() => {
    const element = boxRef.current;
    if (!element) return undefined;
    const read = () => setWidth(element.clientWidth);
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, [boxRef]);
  return width;
}

/** The same object as long as nothing of it changes: rows are not rendered anew for a pixel. */
export function useShownColumns(columns: readonly Column[], width: number): ShownColumns {
  const shown = fitColumns(columns, width);
  const { ids, template, isNarrow } = shown;
  const key = JSON.stringify([ids, template, isNarrow]);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key says all of it
  return useMemo(() => shown, [key]);
}
