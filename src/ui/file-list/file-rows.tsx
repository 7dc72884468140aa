import type { FolderState } from '../../drive';
import type { ShownColumns } from './columns';
import { useFileListStyles } from './file-list-styles';
import { FileRow } from './file-row';
import { opensInPlace } from './file-type';
import type { Geometry } from './geometry';
import { GroupHeading } from './arranged-parts';
import { rowChoiceOf, type Choosing } from './row-choice';
import type { RowWindow } from './use-row-window';
import { useFound } from './use-found';
import { useMoving } from './use-moving';
import { useSlots } from './use-slots';

export interface ItemsProps {
  readonly state: FolderState;
  readonly choosing: Choosing;
  /** Every check circle is shown. */
  readonly selecting: boolean;
  readonly range: RowWindow;
  readonly activeIndex: number;
  readonly geometry: Geometry;
}

/** The rows on the screen, on a surface as high as all of them. */
export function FileRows(props: ItemsProps & { readonly columns: ShownColumns }) {
  const { state, choosing, selecting, range, activeIndex, geometry, columns } = props;
  const { rows, selection, arrangement } = state;
  const styles = useFileListStyles();
  const movingOf = useMoving(choosing);
  const found = useFound(state);
  const indexes = indexesOf(range, activeIndex);
  const ids = indexes.flatMap((index) => rows[index]?.id ?? []);
  const slots = useSlots(ids, rows[activeIndex]?.id);
  return (
    <div role="rowgroup" data-part="rows" className={styles.rows} style={{ height: geometry.height }}>
      {headingsOf(geometry, range).map(({ group, top, start }, place) => (
        <GroupHeading
          key={group.key}
          group={group}
          top={top}
          ariaIndex={start + range.blocks[0] + place + 2}
        />
      ))}
      {indexes.map((index) => {
        const item = rows[index];
        return (
          item && (
            <FileRow
              key={slots.get(item.id)}
              item={item}
              index={index}
              ariaIndex={index + 2 + (state.groups.length > 0 ? geometry.blockOf(index) + 1 : 0)}
              top={geometry.topOf(index)}
              height={geometry.lineHeight}
              columns={columns}
              compact={arrangement.layout === 'compact'}
              {...rowChoiceOf(item, choosing, selection)}
              opens={!choosing.picking || opensInPlace(item)}
              active={index === activeIndex}
              selecting={selecting}
              found={found}
              {...movingOf(item)}
            />
          )
        );
      })}
    </div>
  );
}

// The active row always exists, wherever it is scrolled to: the focus is never lost.
export function indexesOf({ from, to }: RowWindow, active: number): number[] {
  const indexes = Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);
  if (active < from) indexes.unshift(active);
  else if (active >= to) indexes.push(active);
  return indexes;
}

/** The headings of which something may be seen. */
export function headingsOf({ blocks }: Geometry, { blocks: [first, last] }: RowWindow) {
  return blocks.slice(first, last + 1).flatMap(({ group, ...place }) => (group ? { group, ...place } : []));
}
