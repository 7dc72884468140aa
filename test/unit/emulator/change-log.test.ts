import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createChangeLog } from '../../../src/emulator/graph/model/change-log';
import { createDrive } from '../../../src/emulator/graph/model/drive';
import type { Item } from '../../../src/emulator/graph/model/model';
import { createLibrary, personalSite } from '../../../src/emulator/graph/model/site';

const ada = { id: 'o', displayName: 'Ada', email: 'ada@contoso.example' };

/** Items that no log knows yet. */
function newItems(count: number): Item[] {
  const { root } = createDrive({
    owner: { kind: 'user', person: ada },
    driveType: 'business',
    library: createLibrary(personalSite(ada.email), 'OneDrive', 'Documents'),
    created: 0,
    by: ada,
  });
  return Array.from({ length: count }, () => ({ ...root, changed: 0 }));
}

describe('the log of changes', () => {
  test('tells what changed since any count or time, however often the same changed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 40 }), fc.nat(4_000), (last, back) => {
        const items = newItems(20);
        const log = createChangeLog();
        const stamped: Item[] = [];
        // Long before the last ones, so many that there is something to tidy up.
        for (const place of [...Array.from({ length: 4_000 }, (_, n) => (n * n) % 20), ...last]) {
          const item = items[place]!;
          log.stamp(item);
          stamped.push(item);
          log.noteTime(10 * stamped.length);
        }
        const since = (count: number): Item[] =>
          stamped.filter((item, index) => index >= count && !stamped.includes(item, index + 1));
        const count = Math.max(0, stamped.length - back);
        expect(log.length).toBe(stamped.length);
        expect([...log.since(count)]).toEqual(since(count));
        expect([...log.since(log.lengthBefore(10 * count + 1))]).toEqual(since(count));
      }),
      { numRuns: 20 },
    );
  });
});
