import * as v from 'valibot';
import {
  COLUMN_IDS,
  COLUMN_WIDTH,
  GROUPINGS,
  LAYOUTS,
  TILE_SIZE,
  type Arrangement,
  type Column,
} from './arrangement';
import { isField, type FieldId } from './field-id';
import { within } from './rearrange';
import { SORT_COLUMNS } from './sort';

const DIRECTIONS = ['ascending', 'descending'] as const;

const schema = v.looseObject({
  layout: v.string(),
  tileSize: v.number(),
  sort: v.looseObject({ by: v.string(), direction: v.string() }),
  grouping: v.string(),
  columns: v.array(v.looseObject({ id: v.string(), width: v.nullish(v.number()) })),
});

/** What was kept is of another time, perhaps of another version. @throws where it can't be used */
export function parseArrangement(kept: unknown): Arrangement {
  const { layout, tileSize, sort, grouping, columns } = v.parse(schema, kept);
  return {
    layout: oneOf(LAYOUTS, layout),
    tileSize: within(TILE_SIZE, tileSize),
    sort: { by: oneOrField(SORT_COLUMNS, sort.by), direction: oneOf(DIRECTIONS, sort.direction) },
    grouping: oneOf(GROUPINGS, grouping),
    columns: readColumns(columns),
  };
}

function readColumns(kept: v.InferOutput<typeof schema>['columns']): readonly Column[] {
  const columns = kept.map(({ id, width }) => ({
    id: oneOrField(COLUMN_IDS, id),
    ...(typeof width === 'number' && { width: within(COLUMN_WIDTH, width) }),
  }));
  if (new Set(columns.map(({ id }) => id)).size < columns.length) throw new RangeError('A column twice.');
  return columns;
}

/** Whether there is such a column of the library is found out where it is shown. */
function oneOrField<T extends string>(known: readonly T[], text: string): T | FieldId {
  return isField(text) ? text : oneOf(known, text);
}

function oneOf<T extends string>(known: readonly T[], text: string): T {
  const found = known.find((one) => one === text);
  if (found === undefined) throw new RangeError('Not known here.');
  return found;
}
