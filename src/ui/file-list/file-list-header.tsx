import { ArrowDown12Regular, ArrowUp12Regular } from '@fluentui/react-icons';
import { memo, type ReactNode } from 'react';
import { isField, type Sort, type SortColumn } from '../../drive';
import { useText } from '../text';
import { ColumnTools, LibraryField } from './arranged-parts';
import { CheckCircle } from './check-circle';
import { SORTED_BY, type ShownColumns } from './columns';
import { useFileListStyles } from './file-list-styles';

export interface FileListHeaderProps {
  readonly columns: ShownColumns;
  readonly sort: Sort;
  /** Absent where no more than one row can be selected. */
  readonly checked: boolean | 'mixed' | undefined;
  readonly onSort: (column: SortColumn) => void;
  readonly onToggleAll: () => void;
}

export const FileListHeader = memo(function FileListHeader(props: FileListHeaderProps) {
  const { columns, checked, onToggleAll } = props;
  const styles = useFileListStyles();
  const text = useText();
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={styles.header}
      style={{ gridTemplateColumns: columns.template }}
    >
      <div role="columnheader" className={styles.columnHeader}>
        {checked === undefined ? (
          <span className={styles.unseen}>{text('list.selection')}</span>
        ) : (
          <CheckCircle label={text('list.selectAll')} checked={checked} shown onClick={onToggleAll} />
        )}
      </div>
      <ColumnHeader {...props} by="name" label={text('list.name')} />
      {columns.ids.map((id) => (
        <ColumnHeader
          key={id}
          {...props}
          by={isField(id) ? id : SORTED_BY[id]}
          label={isField(id) ? <LibraryField id={id} /> : text(`list.${id}`)}
          tools={<ColumnTools id={id} />}
        />
      ))}
    </div>
  );
});

function ColumnHeader({
  by,
  label,
  sort,
  onSort,
  tools,
}: FileListHeaderProps & {
  readonly by: SortColumn;
  readonly label: ReactNode;
  /** By which it is made wider and moved. */
  readonly tools?: ReactNode;
}) {
  const styles = useFileListStyles();
  const sorted = sort.by === by;
  const Arrow = sort.direction === 'ascending' ? ArrowUp12Regular : ArrowDown12Regular;
  return (
    <div role="columnheader" aria-sort={sorted ? sort.direction : 'none'} className={styles.columnHeader}>
      <button type="button" className={styles.sort} onClick={() => onSort(by)}>
        {label}
        {sorted && <Arrow className={styles.arrow} aria-hidden />}
      </button>
      {tools}
    </div>
  );
}
