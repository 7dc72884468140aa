import { GROUPINGS, SORT_COLUMNS, type SortColumn } from '../../drive';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import type { MessageId } from '../../locales';
import { ChoiceField } from './choice-field';

const LABELS: Readonly<Record<SortColumn, MessageId>> = {
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
  const { sort, grouping } = useStore(folder.state).arrangement;
  return (
    <>
      <ChoiceField
        label={text('view.sortBy')}
        value={sort.by}
        choices={SORT_COLUMNS.map((by) => ({ value: by, label: text(LABELS[by]) }))}
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
