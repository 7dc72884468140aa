import { mergeClasses } from '@fluentui/react-components';
import { Checkmark12Filled, People16Regular, Subtract12Filled } from '@fluentui/react-icons';
import { memo } from 'react';
import type { DriveItem } from '../../drive';
import { useText } from '../text';
import { rowHeightOf, type Density } from './columns';
import { COLUMNS } from './file-list-styles';
import { useFileRowStyles } from './file-row-styles';
import { ItemName } from './item-name';
import type { RowChoice } from './row-choice';
import { RowPicture } from './row-picture';
import { useItemText, type ItemText } from './use-item-text';
import { useRefusalText } from './use-refusal-text';

export interface FileRowProps extends RowChoice {
  readonly item: DriveItem;
  readonly index: number;
  readonly density: Density;
  /** A click on its name opens it. */
  readonly opens: boolean;
  /** The one row that Tab reaches. */
  readonly active: boolean;
  /** Something is selected: every check circle is shown. */
  readonly selecting: boolean;
  /** It can be dragged onto a folder. */
  readonly draggable: boolean;
  /** It was cut, and waits to be pasted. */
  readonly isCut: boolean;
}

/** One item. It has no handlers: the list hears all clicks and keys, and a row renders only when it changes. */
export const FileRow = memo(function FileRow(props: FileRowProps) {
  const { item, index, density, selected, refusal, limit, active, draggable, isCut } = props;
  const styles = useFileRowStyles();
  const itemText = useItemText(item);
  const refusalText = useRefusalText();
  const greyed = refusal && refusalText(refusal);
  const cell = mergeClasses(styles.cell, styles.forced, greyed && styles.greyed);
  const reason = greyed ?? (limit && refusalText(limit));
  const height = rowHeightOf(density);
  return (
    <div
      role="row"
      aria-label={item.name}
      {...describe(itemText, reason)}
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-disabled={refusal ? true : undefined}
      title={greyed}
      tabIndex={active ? 0 : -1}
      data-index={index}
      draggable={draggable || undefined}
      data-active={active ? '' : undefined}
      className={mergeClasses(
        styles.row,
        selected && styles.selected,
        refusal && styles.refused,
        isCut && styles.cut,
      )}
      style={{ height, transform: `translateY(${index * height}px)`, gridTemplateColumns: COLUMNS[density] }}
    >
      <RowCheck {...props} reason={reason} />
      <NameCell {...props} itemText={itemText} greyed={greyed} />
      {density !== 'narrow' && (
        <div role="gridcell" className={cell} title={itemText.modifiedTitle}>
          <bdi>{itemText.modified}</bdi>
        </div>
      )}
      {density === 'wide' && (
        <div role="gridcell" className={cell}>
          <bdi>{item.lastModifiedBy}</bdi>
        </div>
      )}
      {density !== 'narrow' && (
        <div role="gridcell" className={cell}>
          <bdi>{itemText.size}</bdi>
        </div>
      )}
    </div>
  );
});

// ARIA 1.3; the linter's tables end with 1.2.
function describe({ description }: ItemText, reason: string | undefined) {
  return { 'aria-description': reason ? `${reason}. ${description}` : description };
}

function RowCheck(props: FileRowProps & { readonly reason: string | undefined }) {
  return (
    <div role="gridcell">{props.check !== undefined && <RowCircle {...props} check={props.check} />}</div>
  );
}

function RowCircle({
  item,
  check,
  limit,
  selecting,
  reason,
}: FileRowProps & { readonly check: boolean | 'mixed'; readonly reason: string | undefined }) {
  const styles = useFileRowStyles();
  const text = useText();
  const on = check !== false;
  return (
    <div
      role="checkbox"
      aria-checked={check}
      aria-disabled={limit ? true : undefined}
      aria-label={text('list.select', { name: item.name })}
      title={limit && reason}
      tabIndex={-1}
      data-part="check"
      className={mergeClasses(
        styles.check,
        selecting && styles.checkShown,
        on && styles.checked,
        limit && styles.checkDisabled,
      )}
    >
      <span className={mergeClasses(styles.circle, on && styles.circleChecked)}>
        {check === true && <Checkmark12Filled />}
        {check === 'mixed' && <Subtract12Filled />}
      </span>
    </div>
  );
}

function MoreButton({ name }: { readonly name: string }) {
  const styles = useFileRowStyles();
  const text = useText();
  return (
    <div
      role="button"
      aria-haspopup="menu"
      aria-label={text('list.more', { name })}
      tabIndex={-1}
      data-part="more"
      className={mergeClasses(styles.more, styles.forced)}
    />
  );
}

function NameCell({
  item,
  opens,
  density,
  itemText,
  greyed,
}: FileRowProps & { readonly itemText: ItemText; readonly greyed: string | undefined }) {
  const styles = useFileRowStyles();
  const text = useText();
  const name = mergeClasses(styles.name, opens && styles.opener, styles.forced, greyed && styles.greyed);
  return (
    <div role="gridcell" className={styles.nameCell}>
      <RowPicture item={item} faded={greyed !== undefined} />
      <div className={styles.lines}>
        <div className={styles.nameLine}>
          <span data-part="name" className={styles.nameLine}>
            <ItemName
              name={item.name}
              className={name}
              {...(greyed && { title: `${item.name}\n${greyed}` })}
            />
          </span>
          {item.shared && (
            <span
              className={mergeClasses(styles.shared, styles.forced, greyed && styles.greyed)}
              title={text('list.shared')}
            >
              <People16Regular aria-hidden />
              {density === 'wide' && text('list.shared')}
            </span>
          )}
        </div>
        {density === 'narrow' && (
          <div
            className={mergeClasses(styles.second, styles.forced, greyed && styles.greyed)}
            title={itemText.modifiedTitle}
          >
            <bdi>{[itemText.modified, itemText.size].filter(Boolean).join(' · ')}</bdi>
          </div>
        )}
      </div>
      <MoreButton name={item.name} />
    </div>
  );
}
