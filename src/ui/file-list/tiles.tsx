import { mergeClasses } from '@fluentui/react-components';
import { useText } from '../text';
import { headingsOf, indexesOf, type ItemsProps } from './file-rows';
import { opensInPlace } from './file-type';
import { GroupHeading } from './group-heading';
import { rowChoiceOf } from './row-choice';
import { Tile } from './tile';
import type { TileMeasures } from './tile-measures';
import { useTileStyles } from './tile-styles';
import { useFound } from './use-found';
import { useMoving } from './use-moving';
import { useSlots } from './use-slots';

/** The tiles on the screen, on a surface as high as all of them. Headings lie beside the list box, which has none. */
export function Tiles(props: ItemsProps & { readonly measures: TileMeasures }) {
  const { state, choosing, selecting, range, activeIndex, geometry, measures } = props;
  const { rows, selection } = state;
  const styles = useTileStyles();
  const text = useText();
  const movingOf = useMoving(choosing);
  const found = useFound(state);
  const indexes = indexesOf(range, activeIndex);
  const ids = indexes.flatMap((index) => rows[index]?.id ?? []);
  const slots = useSlots(ids, rows[activeIndex]?.id);
  return (
    <div className={styles.box} style={{ height: geometry.height }}>
      <div
        role="listbox"
        aria-label={text('list.label')}
        aria-multiselectable={choosing.selection === 'multiple' || undefined}
        aria-busy={state.listing.status === 'loading'}
        data-part="rows"
        className={mergeClasses(styles.tiles)}
      >
        {indexes.map((index) => {
          const item = rows[index];
          return (
            item && (
              <Tile
                key={slots.get(item.id)}
                item={item}
                index={index}
                column={geometry.columnOf(index)}
                count={rows.length}
                top={geometry.topOf(index)}
                height={geometry.lineHeight}
                measures={measures}
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
      {headingsOf(geometry, range).map(({ group, top }) => (
        <GroupHeading key={group.key} group={group} top={top} />
      ))}
    </div>
  );
}
