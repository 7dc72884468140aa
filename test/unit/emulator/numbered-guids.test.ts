import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { businessItemId, firstWordOfId, personalItemId } from '../../../src/emulator/graph/model/ids';
import { createNumberedGuids } from '../../../src/emulator/graph/model/numbered-guids';

const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const LIST = '0f0e0d0c-0b0a-4908-a706-050403020100';

test('both kinds of ids tell the number they were made from', () => {
  fc.assert(
    fc.property(word, word, (seed, number) => {
      const guids = createNumberedGuids(seed);
      const guid = guids.guid(number);
      expect(guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
      for (const id of [businessItemId(LIST, guid), personalItemId('0ABCDEF012345678', guid)]) {
        expect(guids.numberOf(firstWordOfId(id)!)).toBe(number);
      }
    }),
  );
});

test('no two numbers have one GUID', () => {
  const guids = createNumberedGuids(7);
  expect(new Set(Array.from({ length: 100_000 }, (_, number) => guids.guid(number).slice(0, 8))).size).toBe(
    100_000,
  );
});

test.each(['', 'root', '01ABC', 'F00!s12', 'F00!105'])('“%s” is no id that tells a number', (id) => {
  expect(firstWordOfId(id)).toBeUndefined();
});
