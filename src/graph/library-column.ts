import * as v from 'valibot';

/** What a column holds. Lists do not tell of hyperlinks and terms, which are known by their values (`other`). */
export type ColumnType =
  | { readonly kind: 'text'; readonly isRich: boolean }
  | { readonly kind: 'number'; readonly places: number | undefined; readonly isPercent: boolean }
  | { readonly kind: 'currency'; readonly locale: string }
  | { readonly kind: 'date'; readonly hasTime: boolean }
  | { readonly kind: 'choice' | 'yes-no' | 'people' | 'lookup' | 'other' };

/** A column that somebody has given a library. Source: microsoft-graph-docs, resources/columnDefinition. */
export interface LibraryColumn {
  /** Ours: its GUID, so marked that it is taken for no other column. */
  readonly id: `field:${string}`;
  /** What fields are called by. */
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  readonly type: ColumnType;
}

const text = v.nullish(v.string());
const flag = v.nullish(v.boolean());
const facet = v.nullish(v.looseObject({}));
const schema = v.looseObject({
  id: v.string(),
  name: v.string(),
  displayName: text,
  hidden: flag,
  readOnly: flag,
  text: v.nullish(v.looseObject({ textType: text })),
  choice: facet,
  number: v.nullish(v.looseObject({ decimalPlaces: text, displayAs: text })),
  currency: v.nullish(v.looseObject({ locale: text })),
  dateTime: v.nullish(v.looseObject({ format: text })),
  boolean: facet,
  personOrGroup: facet,
  lookup: facet,
});
type Raw = v.InferOutput<typeof schema>;

/** The name, which every list shows, and what kind of content it is: nobody has made these columns. */
const OF_EVERY_LIBRARY = new Set(['FileLeafRef', 'ContentType']);

/**
 * Nothing of a column that is hidden, or that only the service writes.
 *
 * @throws v.ValiError where it is no column
 */
export function parseLibraryColumn(json: unknown): LibraryColumn | undefined {
  const raw = v.parse(schema, json);
  const { id, name, displayName, hidden, readOnly } = raw;
  if (hidden || readOnly || OF_EVERY_LIBRARY.has(name)) return undefined;
  return { id: `field:${id}`, name, title: displayName || name, type: typeOf(raw) };
}

const PLACES = ['none', 'one', 'two', 'three', 'four', 'five'];

function typeOf(raw: Raw): ColumnType {
  if (raw.text) return { kind: 'text', isRich: raw.text.textType === 'richText' };
  if (raw.number) {
    const places = PLACES.indexOf(raw.number.decimalPlaces ?? '');
    const isPercent = raw.number.displayAs === 'percentage';
    return { kind: 'number', places: places < 0 ? undefined : places, isPercent };
  }
  if (raw.currency) return { kind: 'currency', locale: raw.currency.locale ?? '' };
  if (raw.dateTime) return { kind: 'date', hasTime: raw.dateTime.format !== 'dateOnly' };
  if (raw.choice) return { kind: 'choice' };
  if (raw.boolean) return { kind: 'yes-no' };
  if (raw.personOrGroup) return { kind: 'people' };
  return { kind: raw.lookup ? 'lookup' : 'other' };
}
