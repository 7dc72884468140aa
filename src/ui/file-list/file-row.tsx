import { mergeClasses } from '@fluentui/react-components';
import { Checkmark12Filled, People16Regular } from '@fluentui/react-icons';
import { memo } from 'react';
import type { DriveItem } from '../../drive';
import { useText } from '../text';
import { rowHeightOf, type Density } from './columns';
import { COLUMNS } from './file-list-styles';
import { useFileRowStyles } from './file-row-styles';
import { ItemName } from './item-name';
import { RowPicture } from './row-picture';
import { useItemText, type ItemText } from './use-item-text';

export interface FileRowProps {
  readonly item: DriveItem;
  readonly index: number;
  readonly density: Density;
  readonly selected: boolean;
  /** The one row that Tab reaches. */
  readonly active: boolean;
  /** Something is selected: every check circle is shown. */
  readonly selecting: boolean;
}

/** One item. It has no handlers: the list hears all clicks and keys, and a row renders only when it changes. */
export const FileRow = memo(function FileRow(props: FileRowProps) {
  const { item, index, density, selected, active } = props;
  const styles = useFileRowStyles();
  const itemText = useItemText(item);
  const height = rowHeightOf(density);
  return (
    <div
      role="row"
      aria-label={item.name}
      {...describe(itemText)}
      aria-rowindex={index + 2}
      aria-selected={selected}
      tabIndex={active ? 0 : -1}
      data-index={index}
      data-active={active ? '' : undefined}
      className={mergeClasses(styles.row, selected && styles.selected)}
      style={{ height, transform: `translateY(${index * height}px)`, gridTemplateColumns: COLUMNS[density] }}
    >
      <RowCheck {...props} />
      <NameCell item={item} itemText={itemText} density={density} />
      {density !== 'narrow' && (
        <div
          role="gridcell"
          className={mergeClasses(styles.cell, styles.forced)}
          title={itemText.modifiedTitle}
        >
          <bdi>{itemText.modified}</bdi>
        </div>
      )}
      {density === 'wide' && (
        <div role="gridcell" className={mergeClasses(styles.cell, styles.forced)}>
          <bdi>{item.lastModifiedBy}</bdi>
        </div>
      )}
      {density !== 'narrow' && (
        <div role="gridcell" className={mergeClasses(styles.cell, styles.forced)}>
          <bdi>{itemText.size}</bdi>
        </div>
      )}
    </div>
  );
});

// ARIA 1.3; the linter's tables end with 1.2.
function describe({ description }: ItemText) {
  return { 'aria-description': description };
}

function RowCheck({ item, selected, selecting }: FileRowProps) {
  const styles = useFileRowStyles();
  const text = useText();
  return (
    <div role="gridcell">
      <div
        role="checkbox"
        aria-checked={selected}
        aria-label={text('list.select', { name: item.name })}
        tabIndex={-1}
        data-part="check"
        className={mergeClasses(styles.check, selecting && styles.checkShown, selected && styles.checked)}
      >
        <span className={mergeClasses(styles.circle, selected && styles.circleChecked)}>
          {selected && <Checkmark12Filled />}
        </span>
      </div>
    </div>
  );
}

function NameCell({
  item,
  itemText,
  density,
}: {
  readonly item: DriveItem;
  readonly itemText: ItemText;
  readonly density: Density;
}) {
  const styles = useFileRowStyles();
  const text = useText();
  return (
    <div role="gridcell" className={styles.nameCell}>
      <RowPicture item={item} />
      <div className={styles.lines}>
        <div className={styles.nameLine}>
          <span data-part="name" className={styles.nameLine}>
            <ItemName name={item.name} className={mergeClasses(styles.name, styles.forced)} />
          </span>
          {item.shared && (
            <span className={mergeClasses(styles.shared, styles.forced)} title={text('list.shared')}>
              <People16Regular aria-hidden />
              {density === 'wide' && text('list.shared')}
            </span>
          )}
        </div>
        {density === 'narrow' && (
          <div className={mergeClasses(styles.second, styles.forced)} title={itemText.modifiedTitle}>
            <bdi>{[itemText.modified, itemText.size].filter(Boolean).join(' · ')}</bdi>
          </div>
        )}
      </div>
    </div>
  );
}
