import { mergeClasses } from '@fluentui/react-components';
import { Checkmark12Filled, People16Regular, Subtract12Filled } from '@fluentui/react-icons';
import { memo, type ReactNode } from 'react';
import type { ColumnId, DriveItem } from '../../drive';
import { useText } from '../text';
import type { FoundText } from '../view-state';
import { LibraryField } from './arranged-parts';
import type { ShownColumns } from './columns';
import { useFileRowStyles } from './file-row-styles';
import { ItemName } from './item-name';
import type { RowChoice } from './row-choice';
import { RowPicture } from './row-picture';
import { useItemText, type ItemText } from './use-item-text';
import { useRefusalText } from './use-refusal-text';

/** Where one item stands, and in what shape. */
export interface ItemProps extends RowChoice {
  readonly item: DriveItem;
  readonly index: number;
  readonly top: number;
  readonly height: number;
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
  /** It was found by searching. */
  readonly found?: FoundText | undefined;
}

export interface FileRowProps extends ItemProps {
  /** Among all rows of the grid, its header and the headings of groups included. */
  readonly ariaIndex: number;
  readonly columns: ShownColumns;
  readonly compact: boolean;
}

/** One item. It has no handlers: the list hears all clicks and keys, and a row renders only when it changes. */
export const FileRow = memo(function FileRow(props: FileRowProps) {
  const { item, index, columns, selected, refusal, limit, active, top, height, draggable, isCut } = props;
  const styles = useFileRowStyles();
  const itemText = useItemText(item, props.found);
  const refusalText = useRefusalText();
  const greyed = refusal && refusalText(refusal);
  const cell = mergeClasses(styles.cell, styles.forced, greyed && styles.greyed);
  const reason = greyed ?? (limit && refusalText(limit));
  return (
    <div
      role="row"
      aria-label={item.name}
      {...describe(itemText, reason)}
      aria-rowindex={props.ariaIndex}
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
      style={{ height, transform: `translateY(${top}px)`, gridTemplateColumns: columns.template }}
    >
      <RowCheck {...props} reason={reason} />
      <NameCell {...props} itemText={itemText} greyed={greyed} />
      {columns.ids.map((id) => {
        const { content, title } = cellOf(id, item, itemText);
        return (
          <div key={id} role="gridcell" className={cell} title={title}>
            <bdi>{content}</bdi>
          </div>
        );
      })}
    </div>
  );
});

/** What a cell says, and what it says in full where that is something else. */
function cellOf(
  id: ColumnId,
  item: DriveItem,
  text: ItemText,
): { readonly content: ReactNode; readonly title?: string } {
  switch (id) {
    case 'modified':
      return { content: text.modified, title: text.modifiedTitle };
    case 'modifiedBy':
      return { content: item.lastModifiedBy };
    case 'size':
      return { content: text.size };
    case 'type':
      return { content: text.type() };
    case 'sharing':
      return { content: text.sharing };
    case 'created':
      return { content: text.created() };
    case 'createdBy':
      return { content: item.createdBy };
    default:
      return { content: <LibraryField id={id} item={item} /> };
  }
}

/** Below the name: where it was found, and what has no column of its own. */
function secondOf({ place, checkout, modified, size }: ItemText, isNarrow: boolean): readonly string[] {
  return isNarrow && !place ? [checkout, modified, size] : [place, isNarrow ? checkout || modified : ''];
}

// ARIA 1.3; the linter's tables end with 1.2.
export function describe({ description }: ItemText, reason: string | undefined) {
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
  columns,
  compact,
  itemText,
  greyed,
  found,
}: FileRowProps & { readonly itemText: ItemText; readonly greyed: string | undefined }) {
  const styles = useFileRowStyles();
  const text = useText();
  const name = mergeClasses(styles.name, opens && styles.opener, styles.forced, greyed && styles.greyed);
  return (
    <div role="gridcell" className={styles.nameCell}>
      <RowPicture item={item} faded={greyed !== undefined} size={compact ? 20 : 28} />
      <div className={styles.lines}>
        <div className={styles.nameLine}>
          <span data-part="name" className={styles.nameLine}>
            <ItemName
              name={item.name}
              className={name}
              found={found}
              {...(greyed && { title: `${item.name}\n${greyed}` })}
            />
          </span>
          {item.shared && (
            <span
              className={mergeClasses(styles.shared, styles.forced, greyed && styles.greyed)}
              title={text('list.shared')}
            >
              <People16Regular aria-hidden />
              {columns.ids.includes('modifiedBy') && text('list.shared')}
            </span>
          )}
          {itemText.checkout && !columns.isNarrow && (
            <span className={mergeClasses(styles.second, styles.aside, styles.forced)}>
              <bdi>{itemText.checkout}</bdi>
            </span>
          )}
          {compact && itemText.place && (
            <span className={mergeClasses(styles.second, styles.aside, styles.forced)}>
              <bdi>{itemText.place}</bdi>
            </span>
          )}
        </div>
        {(columns.isNarrow || found) && !compact && (
          <div
            className={mergeClasses(styles.second, styles.forced, greyed && styles.greyed)}
            title={found ? itemText.place : itemText.modifiedTitle}
          >
            <bdi>{secondOf(itemText, columns.isNarrow).filter(Boolean).join(' · ')}</bdi>
          </div>
        )}
      </div>
      <MoreButton name={item.name} />
    </div>
  );
}
