import { useFluent } from '@fluentui/react-components';
import { useMemo, type RefObject } from 'react';
import { isFromManyFolders, type FolderState } from '../../drive';
import { HEADER_HEIGHT, rowHeightOf, useListWidth, useShownColumns, type ShownColumns } from './columns';
import { createGeometry, type Geometry } from './geometry';
import { measureTiles, type TileMeasures } from './tile-measures';

export interface ListLayout {
  readonly geometry: Geometry;
  readonly columns: ShownColumns;
  /** Absent where rows are shown. */
  readonly tiles: TileMeasures | undefined;
  readonly isRightToLeft: boolean;
}

/** Where everything stands, in the room that there is and as the folder is arranged. */
export function useLayout(boxRef: RefObject<HTMLElement | null>, state: FolderState): ListLayout {
  const { layout, tileSize, columns: wanted } = state.arrangement;
  const width = useListWidth(boxRef);
  const isRightToLeft = useFluent().dir === 'rtl';
  const columns = useShownColumns(wanted, width);
  const tiles = useMemo(
    () => (layout === 'tiles' ? measureTiles(width, tileSize, isRightToLeft) : undefined),
    [layout, width, tileSize, isRightToLeft],
  );
  const rowHeight = rowHeightOf(layout, columns.isNarrow || isFromManyFolders(state.path));
  const count = state.rows.length;
  const geometry = useMemo(
    () =>
      createGeometry(count, state.groups, {
        across: tiles?.across ?? 1,
        lineHeight: tiles?.lineHeight ?? rowHeight,
        coveredTop: tiles ? 0 : HEADER_HEIGHT,
      }),
    [count, state.groups, tiles, rowHeight],
  );
  return { geometry, columns, tiles, isRightToLeft };
}
