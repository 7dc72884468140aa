import { useMemo } from 'react';
import { AGES, fileTypeOf, isFileType, type DriveItem, type Filters } from '../../drive';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { ChoiceField } from './choice-field';

/** No filter of this kind. No person is called so, and no type. */
const ANY = '';

/** What of the folder is shown: of one type, of one person, or since some day. Offered is what there is. */
export function FilterFields() {
  const text = useText();
  const { folder } = useControl();
  const { items, filters } = useStore(folder.state);
  const types = useMemo(() => countBy(items, fileTypeOf), [items]);
  const people = useMemo(() => countBy(items, ({ lastModifiedBy }) => lastModifiedBy), [items]);
  const set = (change: Filters) => folder.setFilters({ ...filters, ...change });
  const named = (name: string, count: number) => text('filter.choice', { name, count });
  return (
    <>
      <ChoiceField
        label={text('filter.type')}
        value={filters.type ?? ANY}
        choices={[
          { value: ANY, label: text('filter.type.any') },
          ...types.map(([value, count]) => ({
            value,
            label: named(isFileType(value) ? text(`list.kind.${value}`) : value, count),
          })),
        ]}
        onChoose={(value) => set({ type: isFileType(value) ? value : undefined })}
      />
      <ChoiceField
        label={text('filter.person')}
        value={filters.person ?? ANY}
        choices={[
          { value: ANY, label: text('filter.person.any') },
          ...people.map(([value, count]) => ({ value, label: named(value, count) })),
        ]}
        onChoose={(value) => set({ person: value === ANY ? undefined : value })}
      />
      <ChoiceField
        label={text('filter.since')}
        value={filters.since ?? ANY}
        choices={[
          { value: ANY, label: text('filter.since.any') },
          ...AGES.filter(isSince).map((value) => ({ value, label: text(`age.${value}`) })),
        ]}
        onChoose={(value) => set({ since: AGES.filter(isSince).find((age) => age === value) })}
      />
    </>
  );
}

function isSince(age: (typeof AGES)[number]): age is Exclude<(typeof AGES)[number], 'older'> {
  return age !== 'older';
}

/** What occurs among the items, most often first. */
function countBy(
  items: readonly DriveItem[],
  valueOf: (item: DriveItem) => string | undefined,
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    const value = valueOf(item);
    if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)).slice(0, MOST);
}

/** Nobody looks through more of them. */
const MOST = 50;
