import { GROUPINGS, isField, SORT_COLUMNS, type FieldId, type SortColumn } from '../../drive';
import { useControl, useStore } from '../control-context';
import { columnsOf, useColumnTitle } from '../file-list/column-title';
import { useText } from '../text';
import type { MessageId } from '../../locales';
import { ChoiceField } from './choice-field';

const LABELS: Readonly<Record<Exclude<SortColumn, FieldId>, MessageId>> = {
  name: 'list.name',
  lastModifiedDateTime: 'list.modified',
  lastModifiedBy: 'list.modifiedBy',
  size: 'list.size',
  type: 'list.type',
  createdDateTime: 'list.created',
  createdBy: 'list.createdBy',
  shared: 'list.sharing',
};

const DIRECTIONS = ['ascending', 'descending'] as const;

/** By what rows are sorted and brought together. */
export function OrderFields() {
  const text = useText();
  const { folder } = useControl();
  const titleOf = useColumnTitle();
  const { arrangement, library } = useStore(folder.state);
  const { sort, grouping } = arrangement;
  const own = columnsOf(library).map(({ id }) => id);
  const ways = [...new Set<SortColumn>([...SORT_COLUMNS, ...own, sort.by])];
  return (
    <>
      <ChoiceField
        label={text('view.sortBy')}
        value={sort.by}
        choices={ways.map((by) => ({ value: by, label: isField(by) ? titleOf(by) : text(LABELS[by]) }))}
        onChoose={(by) => folder.arrange({ sort: { ...sort, by } })}
      />
      <ChoiceField
        label={text('view.direction')}
        value={sort.direction}
        choices={DIRECTIONS.map((direction) => ({ value: direction, label: text(`view.${direction}`) }))}
        onChoose={(direction) => folder.arrange({ sort: { ...sort, direction } })}
      />
      <ChoiceField
        label={text('view.groupBy')}
        value={grouping}
        choices={GROUPINGS.map((one) => ({ value: one, label: text(`view.grouping.${one}`) }))}
        onChoose={(one) => folder.arrange({ grouping: one })}
      />
    </>
  );
}
