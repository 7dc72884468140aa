import { isSelected, selectedCount, type FolderState } from '../../drive';
import { rowHeightOf, type Density } from './columns';
import { useFileListStyles } from './file-list-styles';
import { FileRow } from './file-row';
import type { RowWindow } from './use-row-window';

/** The rows on the screen, on a surface as high as all of them. */
export function FileRows({
  state: { rows, selection },
  range,
  activeIndex,
  density,
}: {
  readonly state: FolderState;
  readonly range: RowWindow;
  readonly activeIndex: number;
  readonly density: Density;
}) {
  const styles = useFileListStyles();
  const selecting = selectedCount(selection, rows.length) > 0;
  const height = rows.length * rowHeightOf(density);
  return (
    <div role="rowgroup" data-part="rows" className={styles.rows} style={{ height }}>
      {indexesOf(range, activeIndex).map((index) => {
        const item = rows[index];
        return (
          item && (
            <FileRow
              key={item.id}
              item={item}
              index={index}
              density={density}
              selected={isSelected(selection, item.id)}
              active={index === activeIndex}
              selecting={selecting}
            />
          )
        );
      })}
    </div>
  );
}

// The active row always exists, wherever it is scrolled to: the focus is never lost.
function indexesOf({ from, to }: RowWindow, active: number): number[] {
  const indexes = Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);
  if (active < from) indexes.unshift(active);
  else if (active >= to) indexes.push(active);
  return indexes;
}
