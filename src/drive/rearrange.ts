import { COLUMN_WIDTH, TILE_SIZE, type Arrangement, type ColumnId } from './arrangement';

export function resizeColumn(arrangement: Arrangement, id: ColumnId, width: number): Arrangement {
  const columns = arrangement.columns.map((column) =>
    column.id === id ? { id, width: within(COLUMN_WIDTH, width) } : column,
  );
  return { ...arrangement, columns };
}

/** Shows the column behind the others, or shows it no more. */
export function toggleColumn(arrangement: Arrangement, id: ColumnId): Arrangement {
  const others = arrangement.columns.filter((column) => column.id !== id);
  const isShown = others.length < arrangement.columns.length;
  return { ...arrangement, columns: isShown ? others : [...others, { id }] };
}

/** By so many places towards the end, or the start; at the most to the end of the row. */
export function moveColumn(arrangement: Arrangement, id: ColumnId, places: number): Arrangement {
  const from = arrangement.columns.findIndex((column) => column.id === id);
  const column = arrangement.columns[from];
  if (!column) return arrangement;
  const others = arrangement.columns.filter((other) => other !== column);
  const to = Math.max(0, Math.min(others.length, from + places));
  return { ...arrangement, columns: [...others.slice(0, to), column, ...others.slice(to)] };
}

export function resizeTiles(arrangement: Arrangement, size: number): Arrangement {
  return { ...arrangement, tileSize: within(TILE_SIZE, size) };
}

/** The nearest size that is allowed. */
export function within(
  { least, most }: { readonly least: number; readonly most: number },
  size: number,
): number {
  return Math.round(Math.max(least, Math.min(most, size)));
}
