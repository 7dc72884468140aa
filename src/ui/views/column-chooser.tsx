import { Button, Checkbox, Label, makeStyles, tokens, Tooltip, useId } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons';
import { useEffect } from 'react';
import { COLUMN_IDS, moveColumn, toggleColumn, type ColumnId } from '../../drive';
import { useControl, useStore } from '../control-context';
import { columnsOf, useColumnTitle } from '../file-list/column-title';
import { useText } from '../text';
import { useViewState } from '../view-state';
import { LibraryNotice } from './library-notice';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', margin: '0', padding: '0', listStyleType: 'none' },
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  box: { flexGrow: 1 },
});

/**
 * Which columns the list has, and in which order: those that are shown first, in theirs. A library has some of its own.
 *
 * @param onLeave somebody is asked something that is not answered here
 */
export function ColumnChooser({ onLeave }: { readonly onLeave: () => void }) {
  const styles = useStyles();
  const text = useText();
  const titleId = useId('columns');
  const { folder } = useControl();
  const { announcement } = useViewState();
  const titleOf = useColumnTitle();
  const { arrangement, library } = useStore(folder.state);
  useEffect(() => folder.askColumns(false), [folder]);
  const shown = arrangement.columns.map(({ id }) => id);
  const own = columnsOf(library).map(({ id }) => id);
  const others = [...COLUMN_IDS, ...own].filter((id) => !shown.includes(id));
  const move = (id: ColumnId, places: number) => {
    const { columns } = moveColumn(arrangement, id, places);
    folder.arrange({ columns });
    const place = columns.findIndex((column) => column.id === id) + 1;
    announcement.set(text('view.columns.moved', { column: titleOf(id), place, count: columns.length }));
  };
  return (
    <div role="group" aria-labelledby={titleId}>
      <Label id={titleId}>{text('view.columns')}</Label>
      <ul className={styles.list}>
        {[...shown, ...others].map((id, place) => (
          <li key={id} className={styles.row}>
            <Checkbox
              className={styles.box}
              label={titleOf(id)}
              checked={place < shown.length}
              onChange={() => folder.arrange({ columns: toggleColumn(arrangement, id).columns })}
            />
            {place < shown.length && (
              <>
                <MoveButton id={id} way="before" enabled={place > 0} onMove={() => move(id, -1)} />
                <MoveButton
                  id={id}
                  way="after"
                  enabled={place < shown.length - 1}
                  onMove={() => move(id, 1)}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      <LibraryNotice onLeave={onLeave} />
    </div>
  );
}

function MoveButton({
  id,
  way,
  enabled,
  onMove,
}: {
  readonly id: ColumnId;
  readonly way: 'before' | 'after';
  readonly enabled: boolean;
  readonly onMove: () => void;
}) {
  const text = useText();
  const label = text(`view.columns.${way}`, { column: useColumnTitle()(id) });
  return (
    <Tooltip content={label} relationship="label">
      <Button
        size="small"
        appearance="subtle"
        icon={way === 'before' ? <ArrowUpRegular /> : <ArrowDownRegular />}
        disabledFocusable={!enabled}
        onClick={onMove}
      />
    </Tooltip>
  );
}
