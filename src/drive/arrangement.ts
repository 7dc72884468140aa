import type { FieldId } from './field-id';
import { DEFAULT_SORT, type Sort } from './sort';

export const LAYOUTS = ['list', 'compact', 'tiles'] as const;
export const GROUPINGS = ['none', 'type', 'modified', 'letter'] as const;
/** What the list can tell of an item beside its name, in the order in which columns are offered. */
export const COLUMN_IDS = [
  'modified',
  'modifiedBy',
  'size',
  'type',
  'sharing',
  'created',
  'createdBy',
] as const;

export type Layout = (typeof LAYOUTS)[number];
export type Grouping = (typeof GROUPINGS)[number];
export type ColumnId = (typeof COLUMN_IDS)[number] | FieldId;

export interface Column {
  readonly id: ColumnId;
  /** Pixels; as wide as is usual for what it tells, unless somebody has pulled at it. */
  readonly width?: number | undefined;
}

/** How a folder is looked at: everything that is remembered of it. */
export interface Arrangement {
  readonly layout: Layout;
  /** Width of a tile in pixels. */
  readonly tileSize: number;
  readonly sort: Sort;
  readonly grouping: Grouping;
  /** Those that are shown, in their order. The name stands before them. */
  readonly columns: readonly Column[];
}

/** What a page may say of folders that nobody has arranged. */
export type FirstView = Partial<Pick<Arrangement, 'layout' | 'columns'>>;

export const TILE_SIZE = { least: 96, most: 320 } as const;
export const COLUMN_WIDTH = { least: 72, most: 480 } as const;

export const DEFAULT_ARRANGEMENT: Arrangement = {
  layout: 'list',
  tileSize: 168,
  sort: DEFAULT_SORT,
  grouping: 'none',
  columns: [{ id: 'modified' }, { id: 'modifiedBy' }, { id: 'size' }],
};
