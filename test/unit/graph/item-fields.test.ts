import { beforeAll, expect, it } from 'vitest';
import { createText, loadLaterTexts } from '../../../src/ui/text';
import { fieldText } from '../../../src/ui/file-list/field-text';
import { names } from '../../../src/drive/sort';
import { parseItemFields, parseLibraryColumn, type LibraryColumn } from '../../../src/graph';

beforeAll(() => loadLaterTexts());

const text = (locale: string) => createText({ locale, overrides: {}, onInvalid: () => {} });

function columnOf(facet: object): LibraryColumn {
  const column = parseLibraryColumn({ id: '1', name: 'X', displayName: 'X', ...facet });
  if (!column) throw new Error('The column is left out.');
  return column;
}

function read(facet: object, value: unknown) {
  const { fields } = parseItemFields({ id: 'a', listItem: { fields: { X: value } } }, [columnOf(facet)]);
  const field = fields['field:1'];
  if (!field) throw new Error('The field is not told.');
  return field;
}

const said = (facet: object, value: unknown, locale = 'en') => fieldText(read(facet, value), text(locale));

const DAY = { dateTime: { format: 'dateOnly' } };

it.each([
  ['a text', { text: {} }, 'A < B', 'A < B'],
  [
    'rich text, without what makes it rich',
    { text: { textType: 'richText' } },
    '<p>A&nbsp;&lt;b&gt; <br>B&#33;</p>',
    'A <b> B!',
  ],
  ['a choice', { choice: {} }, 'Draft', 'Draft'],
  ['several choices', { choice: {} }, ['North', 'West'], 'North and West'],
  ['a number', { number: { decimalPlaces: 'automatic', displayAs: 'number' } }, 1234.5, '1,234.5'],
  ['places of a number', { number: { decimalPlaces: 'two', displayAs: 'number' } }, 3, '3.00'],
  ['a percentage', { number: { decimalPlaces: 'none', displayAs: 'percentage' } }, 0.4, '40%'],
  ['money', { currency: { locale: 'ja-jp' } }, 1200, '¥1,200'],
  ['money of nowhere', { currency: { locale: 'en' } }, 1200, '1,200.00'],
  ['yes', { boolean: {} }, true, 'Yes'],
  ['one person', { personOrGroup: {} }, 'Ada Work', 'Ada Work'],
  [
    'people',
    { personOrGroup: {} },
    [
      { LookupId: 1, LookupValue: 'Ada' },
      { LookupId: 2, LookupValue: 'Bob' },
    ],
    'Ada and Bob',
  ],
  ['a link', {}, { Url: 'https://contoso.example/', Description: 'Contoso' }, 'Contoso'],
  ['a term', {}, { Label: 'Red', TermGuid: 'x', WssId: 3 }, 'Red'],
  ['nothing', { text: {} }, undefined, ''],
])('%s', (_what, facet, value, expected) => {
  expect(said(facet, value)).toBe(expected);
});

it('money and days are written as the user does', () => {
  expect(said({ currency: { locale: 'en-us' } }, 1234.5, 'de')).toMatch(/^1\.234,50\s\$$/);
  expect(said(DAY, '2026-12-31T08:00:00Z', 'de')).toBe('31.12.2026');
});

it('a day is the same day wherever the site and the reader are', () => {
  // Midnight of 31 December in California, London, Tokyo and Auckland (summer).
  for (const told of [
    '2026-12-31T08:00:00Z',
    '2026-12-31T00:00:00Z',
    '2026-12-30T15:00:00Z',
    '2026-12-30T12:00:00Z',
  ])
    expect(said(DAY, told)).toBe('Dec 31, 2026');
});

it('a script is no link', () => {
  // oxlint-disable-next-line no-script-url -- what somebody may have written
  expect(read({}, { Url: 'javascript:alert(1)', Description: 'Click' })).toMatchObject({ kind: 'text' });
});

it('hidden columns, and those that only the service writes, are left out', () => {
  const column = { id: '1', name: 'X', displayName: 'X' };
  for (const more of [{ hidden: true }, { readOnly: true }, { name: 'FileLeafRef' }])
    expect(parseLibraryColumn({ ...column, ...more })).toBeUndefined();
});

it('numbers and days sort by their size', () => {
  const numbers = [-1200, -3.5, -3.25, -0.5, 0, 0.25, 0.5, 9, 10, 900.5, 12_500, 1e12];
  const keys = numbers.map((value) => read({ number: {} }, value).key);
  expect(keys.toSorted(names.compare)).toEqual(keys);
  const days = ['1969-05-01', '1999-12-31', '2026-01-02'].map((day) => read(DAY, `${day}T00:00:00Z`).key);
  expect(days.toSorted(names.compare)).toEqual(days);
});
