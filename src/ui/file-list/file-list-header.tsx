import { mergeClasses } from '@fluentui/react-components';
import { ArrowDown12Regular, ArrowUp12Regular } from '@fluentui/react-icons';
import { memo } from 'react';
import type { Sort, SortColumn } from '../../drive';
import { useText } from '../text';
import { CheckCircle } from './check-circle';
import type { Density } from './columns';
import { COLUMNS, useFileListStyles } from './file-list-styles';

export interface FileListHeaderProps {
  readonly density: Density;
  readonly sort: Sort;
  /** Absent where no more than one row can be selected. */
  readonly checked: boolean | 'mixed' | undefined;
  readonly onSort: (column: SortColumn) => void;
  readonly onToggleAll: () => void;
}

export const FileListHeader = memo(function FileListHeader(props: FileListHeaderProps) {
  const { density, checked, onToggleAll } = props;
  const styles = useFileListStyles();
  const text = useText();
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={styles.header}
      style={{ gridTemplateColumns: COLUMNS[density] }}
    >
      <div role="columnheader" className={styles.columnHeader}>
        {checked === undefined ? (
          <span className={styles.unseen}>{text('list.selection')}</span>
        ) : (
          <CheckCircle label={text('list.selectAll')} checked={checked} shown onClick={onToggleAll} />
        )}
      </div>
      <SortHeader {...props} column="name" label={text('list.name')} />
      {density !== 'narrow' && (
        <SortHeader {...props} column="lastModifiedDateTime" label={text('list.modified')} />
      )}
      {density === 'wide' && (
        <div role="columnheader" className={styles.columnHeader}>
          <span className={mergeClasses(styles.sort, styles.plain)}>{text('list.modifiedBy')}</span>
        </div>
      )}
      {density !== 'narrow' && <SortHeader {...props} column="size" label={text('list.size')} />}
    </div>
  );
});

function SortHeader({
  column,
  label,
  sort,
  onSort,
}: FileListHeaderProps & { readonly column: SortColumn; readonly label: string }) {
  const styles = useFileListStyles();
  const sorted = sort.by === column;
  const Arrow = sort.direction === 'ascending' ? ArrowUp12Regular : ArrowDown12Regular;
  return (
    <div role="columnheader" aria-sort={sorted ? sort.direction : 'none'} className={styles.columnHeader}>
      <button type="button" className={styles.sort} onClick={() => onSort(column)}>
        {label}
        {sorted && <Arrow className={styles.arrow} aria-hidden />}
      </button>
    </div>
  );
}
