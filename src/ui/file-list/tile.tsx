import { mergeClasses } from '@fluentui/react-components';
import { Checkmark12Filled, Subtract12Filled } from '@fluentui/react-icons';
import { memo } from 'react';
import { useText } from '../text';
import { describe, type ItemProps } from './file-row';
import { useFileRowStyles } from './file-row-styles';
import { ItemName } from './item-name';
import type { TileMeasures } from './tile-measures';
import { TilePicture } from './tile-picture';
import { useTileStyles } from './tile-styles';
import { useItemText } from './use-item-text';
import { useRefusalText } from './use-refusal-text';

export interface TileProps extends ItemProps {
  /** How many stand before it in its line. */
  readonly column: number;
  readonly count: number;
  readonly measures: TileMeasures;
}

/** One item as a picture with its name. Its circle is for the pointer: the keyboard has Space. */
export const Tile = memo(function Tile(props: TileProps) {
  const { item, index, column, count, top, measures, selected, refusal, limit, active, opens } = props;
  const row = useFileRowStyles();
  const styles = useTileStyles();
  const text = useText();
  const itemText = useItemText(item, props.found);
  const refusalText = useRefusalText();
  const greyed = refusal && refusalText(refusal);
  const forced = mergeClasses(row.forced, greyed && row.greyed);
  return (
    <div
      role="option"
      aria-label={item.name}
      {...describe(itemText, greyed ?? (limit && refusalText(limit)))}
      aria-selected={selected ?? false}
      aria-disabled={refusal ? true : undefined}
      aria-posinset={index + 1}
      aria-setsize={count}
      title={greyed}
      tabIndex={active ? 0 : -1}
      data-index={index}
      draggable={props.draggable || undefined}
      data-active={active ? '' : undefined}
      className={mergeClasses(
        styles.tile,
        selected && row.selected,
        selected && styles.selected,
        refusal && row.refused,
        props.isCut && row.cut,
      )}
      style={{
        width: measures.width,
        height: measures.height,
        transform: `translate(${measures.leftOf(column)}px, ${top}px)`,
      }}
    >
      <TilePicture item={item} faded={greyed !== undefined} size={measures.width} />
      <div className={styles.names}>
        <span data-part="name" className={row.nameLine}>
          <ItemName
            name={item.name}
            className={mergeClasses(row.name, opens && row.opener, forced)}
            found={props.found}
          />
        </span>
        <span className={mergeClasses(row.second, forced)} title={itemText.modifiedTitle}>
          <bdi>
            {itemText.place ||
              [itemText.checkout, itemText.sharing, itemText.modified].filter(Boolean).join(' · ')}
          </bdi>
        </span>
      </div>
      <TileCheck {...props} hint={text('list.select', { name: item.name })} />
    </div>
  );
});

function TileCheck({ check, limit, selecting, hint }: TileProps & { readonly hint: string }) {
  const row = useFileRowStyles();
  const styles = useTileStyles();
  if (check === undefined) return null;
  const on = check !== false;
  return (
    <span
      aria-hidden
      data-part="check"
      title={hint}
      className={mergeClasses(
        row.check,
        styles.check,
        selecting && row.checkShown,
        on && row.checked,
        limit && row.checkDisabled,
      )}
    >
      <span className={mergeClasses(row.circle, on && row.circleChecked)}>
        {check === true && <Checkmark12Filled />}
        {check === 'mixed' && <Subtract12Filled />}
      </span>
    </span>
  );
}
