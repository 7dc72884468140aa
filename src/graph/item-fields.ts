import * as v from 'valibot';
import { parseInstant } from '../lib';
import type { FieldValue } from './field-value';
import type { ColumnType, LibraryColumn } from './library-column';

/** What one item says in the columns that were asked for, by their ids. */
export interface ItemFields {
  readonly id: string;
  readonly eTag: string | undefined;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

const schema = v.looseObject({
  id: v.string(),
  eTag: v.nullish(v.string()),
  listItem: v.nullish(v.looseObject({ fields: v.nullish(v.record(v.string(), v.unknown())) })),
});

/** @throws v.ValiError where the answer is no driveItem. A field without a value is not told at all. */
export function parseItemFields(json: unknown, columns: readonly LibraryColumn[]): ItemFields {
  const { id, eTag, listItem } = v.parse(schema, json);
  const raw = listItem?.fields ?? {};
  const fields = columns.map((column) => [column.id, readField(column.type, raw[column.name])] as const);
  return { id, eTag: eTag ?? undefined, fields: Object.fromEntries(fields) };
}

const NONE: FieldValue = { kind: 'none', key: '' };

function readField(type: ColumnType, raw: unknown): FieldValue {
  if (raw === undefined || raw === null || raw === '') return NONE;
  if (typeof raw === 'boolean') return { kind: 'yes-no', value: raw, key: raw ? '1' : '0' };
  if (typeof raw === 'number') return readNumber(type, raw);
  if (typeof raw === 'string') return readText(type, raw);
  return Array.isArray(raw) ? readList(raw) : (readEntry(raw) ?? NONE);
}

function readNumber(type: ColumnType, value: number): FieldValue {
  const key = numberKey(value);
  if (type.kind === 'currency') return { kind: 'currency', value, locale: type.locale, key };
  if (type.kind !== 'number') return { kind: 'number', value, places: undefined, isPercent: false, key };
  return { ...type, value, key };
}

const HALF_A_DAY = 43_200_000;
const DAY = 86_400_000;

function readText(type: ColumnType, raw: string): FieldValue {
  if (type.kind === 'date') {
    const at = parseInstant(raw);
    if (at === undefined) return NONE;
    // A day is told as its midnight in the time zone of the site, which nobody tells: the nearest one in UTC is the day.
    const instant = type.hasTime ? at : Math.floor((at + HALF_A_DAY) / DAY) * DAY;
    return { kind: 'date', instant, hasTime: type.hasTime, key: numberKey(instant) };
  }
  const text = type.kind === 'text' && type.isRich ? withoutMarkup(raw) : raw;
  return text === '' ? NONE : { kind: 'text', text, key: text };
}

/** Choices are texts; people and what is looked up are entries of another list. */
function readList(raw: readonly unknown[]): FieldValue {
  const texts = raw.flatMap((each) => {
    if (typeof each === 'string') return [each];
    const entry = readEntry(each);
    return entry?.kind === 'text' ? [entry.text] : [];
  });
  return texts.length === 0 ? NONE : { kind: 'list', texts, key: texts.join(' ') };
}

const entrySchema = v.looseObject({
  Url: v.nullish(v.string()),
  Description: v.nullish(v.string()),
  LookupValue: v.nullish(v.string()),
  Label: v.nullish(v.string()),
});

/** A hyperlink, an entry of another list, or a term. */
function readEntry(raw: unknown): FieldValue | undefined {
  const read = v.safeParse(entrySchema, raw);
  if (!read.success) return undefined;
  const { Url, Description, LookupValue, Label } = read.output;
  const text = LookupValue ?? Label;
  if (text) return { kind: 'text', text, key: text };
  if (!Url) return undefined;
  const title = Description || Url;
  // Whoever fills the list in may write `javascript:`.
  return /^https?:\/\//i.test(Url)
    ? { kind: 'link', address: Url, title, key: title }
    : { kind: 'text', text: title, key: title };
}

/** The largest whole part, and digits of the rest. */
const MOST = 9e15;
const FRACTION = 6;

/** Sorts by its runs of digits: sign, whole part and rest, turned round for what is below zero. */
function numberKey(value: number): string {
  const size = Math.min(Math.abs(value), MOST);
  const rest = Math.round((size % 1) * 10 ** FRACTION);
  const whole = Math.floor(size);
  const [first, second] = value < 0 ? [MOST - whole, 10 ** FRACTION - rest] : [whole, rest];
  return `${value < 0 ? 0 : 1} ${first} ${second}`;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** Rich text as one line. It is shown as text: what is left of any markup does nothing. */
function withoutMarkup(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replaceAll(/&(amp|lt|gt|quot|nbsp);/g, (_all, name: string) => ENTITIES[name] ?? '')
    .replaceAll(/[\s\u200B]+/g, ' ')
    .trim();
}
