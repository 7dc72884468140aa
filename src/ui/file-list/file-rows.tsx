import type { FolderState } from '../../drive';
import { useStore } from '../control-context';
import { useViewOptions } from '../view-options';
import { useViewState } from '../view-state';
import { rowHeightOf, type Density } from './columns';
import { useFileListStyles } from './file-list-styles';
import { FileRow } from './file-row';
import { opensInPlace } from './file-type';
import { rowChoiceOf, type Choosing } from './row-choice';
import type { RowWindow } from './use-row-window';
import { useSlots } from './use-slots';

/** The rows on the screen, on a surface as high as all of them. */
export function FileRows({
  state: { rows, selection },
  choosing,
  selecting,
  range,
  activeIndex,
  density,
}: {
  readonly state: FolderState;
  readonly choosing: Choosing;
  /** Every check circle is shown. */
  readonly selecting: boolean;
  readonly range: RowWindow;
  readonly activeIndex: number;
  readonly density: Density;
}) {
  const styles = useFileListStyles();
  const clipping = useStore(useViewState().clipboard);
  const { actions } = useViewOptions();
  const drags = !choosing.picking && (actions.has('move') || actions.has('copy'));
  const indexes = indexesOf(range, activeIndex);
  const ids = indexes.flatMap((index) => rows[index]?.id ?? []);
  const slots = useSlots(ids, rows[activeIndex]?.id);
  const height = rows.length * rowHeightOf(density);
  return (
    <div role="rowgroup" data-part="rows" className={styles.rows} style={{ height }}>
      {indexes.map((index) => {
        const item = rows[index];
        return (
          item && (
            <FileRow
              key={slots.get(item.id)}
              item={item}
              index={index}
              density={density}
              {...rowChoiceOf(item, choosing, selection)}
              opens={!choosing.picking || opensInPlace(item)}
              active={index === activeIndex}
              selecting={selecting}
              draggable={drags}
              isCut={clipping?.how === 'move' && clipping.items.some(({ id }) => id === item.id)}
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
