import { expect, test } from 'vitest';
import { changeDeleted } from '../../../src/drive/deleted-items';
import { buildFile } from '../../support/drive-items';

const [A, B, C] = ['a', 'b', 'c'].map((id) => buildFile({ id, name: `${id}.txt` })) as [
  ReturnType<typeof buildFile>,
  ReturnType<typeof buildFile>,
  ReturnType<typeof buildFile>,
];
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

test('what was deleted last stands first, and once', () => {
  const known = changeDeleted([A], [B, C]);
  expect(ids(known)).toEqual(['c', 'b', 'a']);
  expect(ids(changeDeleted(known, [A]))).toEqual(['a', 'c', 'b']);
});

test('what has left the bin is known no more', () => {
  expect(ids(changeDeleted([A, B], [], ['a']))).toEqual(['b']);
});

test('a name that is known is kept where delta tells none', () => {
  expect(changeDeleted([A], [{ ...A, name: '' }])).toEqual([A]);
});

test('no more is kept than anybody looks through', () => {
  const many = Array.from({ length: 300 }, (_, index) => buildFile({ id: `${index}` }));
  const known = changeDeleted([], many);
  expect(known).toHaveLength(200);
  expect(known[0]?.id).toBe('299');
});
