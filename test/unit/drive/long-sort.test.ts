import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { compareItems, DEFAULT_SORT, type DriveItem, type Sort } from '../../../src/drive';
import { createLongSort, type LongSortParts } from '../../../src/drive/long-sort';
import { mergeSort } from '../../../src/drive/merge-sort';
import { createStore } from '../../../src/lib';
import { buildFile } from '../../support/drive-items';
import { openFolderBrowser } from '../../support/folder-browser-bench';

function finish<T>(work: Generator<undefined, readonly T[], void>) {
  for (let rests = 0; ; rests += 1) {
    const step = work.next();
    if (step.done) return { sorted: step.value, rests };
  }
}

const BACKWARDS: Sort = { by: 'name', direction: 'descending' };
const filesOf = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    buildFile({ id: `id-${n}`, name: `File ${(n * 7919) % count}.txt` }),
  );

describe('sorting in slices', () => {
  it('gives what sorting at once gives, whatever stands where', () => {
    const numbers = fc.array(fc.nat(500), { minLength: 0, maxLength: 5000, size: 'max' });
    const compare = (a: { n: number; at: number }, b: { n: number; at: number }) => a.n - b.n || a.at - b.at;
    fc.assert(
      fc.property(numbers, (values) => {
        const items = values.map((n, at) => ({ n, at }));
        expect(finish(mergeSort(items, compare)).sorted).toEqual(items.toSorted(compare));
      }),
      { numRuns: 30 },
    );
  });

  it('rests often: never more than some thousand comparisons without one', () => {
    let compared = 0;
    let most = 0;
    const work = mergeSort(filesOf(20_000), (a, b) => {
      compared += 1;
      return compareItems(DEFAULT_SORT)(a, b);
    });
    for (let step = work.next(); !step.done; step = work.next()) {
      most = Math.max(most, compared);
      compared = 0;
    }
    expect(most).toBeLessThan(15_000);
  });

  it('of what was sorted the other way round compares next to nothing', () => {
    const compare = vi.fn((a: number, b: number) => a - b);
    const items = Array.from({ length: 20_000 }, (_, n) => 20_000 - n);
    expect(finish(mergeSort(items, compare)).sorted).toEqual(items.toReversed());
    expect(compare.mock.calls.length).toBeLessThan(21_000);
  });
});

/** Time passes with each look at the clock; what waits goes on when the test says so. */
function setUp(items: readonly DriveItem[]) {
  let now = 0;
  const waiting: (() => void)[] = [];
  const state = createStore({ path: [{ driveId: 'drive', id: 'open', name: 'Open' }], items });
  const view = { state, contents: () => state.get().items } as unknown as LongSortParts['view'];
  const arrange = vi.fn<LongSortParts['arrange']>();
  const environment: LongSortParts['environment'] = {
    now: () => (now += 3),
    after: (_, callback) => {
      waiting.push(callback);
      return () => void waiting.splice(waiting.indexOf(callback), 1);
    },
  };
  const runAll = async (most = Number.POSITIVE_INFINITY) => {
    let slices = 0;
    while (waiting.length > 0 && slices < most) {
      waiting.shift()?.();
      slices += 1;
      // oxlint-disable-next-line no-await-in-loop -- one slice after the other
      await new Promise((resolve) => setTimeout(resolve));
    }
    return slices;
  };
  return { sort: createLongSort({ view, environment, arrange }), state, arrange, runAll };
}

describe('a folder of very many', () => {
  it('is shown in its new order when all slices are done, and not before', async () => {
    const items = filesOf(12_000);
    const { sort, arrange, runAll } = setUp(items);
    const done = sort.sort(BACKWARDS);
    await runAll(3);
    expect(arrange).not.toHaveBeenCalled();
    expect(await runAll()).toBeGreaterThan(3);
    await done;
    expect(arrange).toHaveBeenCalledExactlyOnceWith(
      { sort: BACKWARDS },
      items.toSorted(compareItems(BACKWARDS)),
    );
  });

  it('is sorted as was asked last', async () => {
    const { sort, arrange, runAll } = setUp(filesOf(12_000));
    const first = sort.sort(BACKWARDS);
    const second = sort.sort({ by: 'size', direction: 'ascending' });
    await runAll();
    await Promise.all([first, second]);
    expect(arrange.mock.calls.map(([{ sort: used }]) => used?.by)).toEqual(['size']);
  });

  it('that was left is not touched; nor is one that nobody is in any more', async () => {
    const { sort, state, arrange, runAll } = setUp(filesOf(12_000));
    const done = sort.sort(BACKWARDS);
    state.update((now) => ({ ...now, path: [{ driveId: 'drive', id: 'other', name: 'Other' }] }));
    await runAll();
    await done;
    const again = sort.sort(BACKWARDS);
    sort.stop();
    await runAll();
    await again;
    expect(arrange).not.toHaveBeenCalled();
  });

  it('of which something has changed meanwhile is sorted as it is then', async () => {
    const { sort, state, arrange, runAll } = setUp(filesOf(12_000));
    const done = sort.sort(BACKWARDS);
    state.update((now) => ({ ...now, items: now.items.slice(1) }));
    await runAll();
    await done;
    expect(arrange).toHaveBeenCalledExactlyOnceWith({ sort: BACKWARDS }, undefined);
  });

  it('keeps what is selected, and says in its state how it is sorted when it is', async () => {
    const items = filesOf(10_001);
    const { browser, get } = await openFolderBrowser(...items);
    browser.setSelection(() => ({ all: false, exceptions: new Set(['id-5']) }));
    browser.sortBy('name');
    expect(get().arrangement.sort).toEqual(DEFAULT_SORT);
    await vi.waitFor(() => expect(get().arrangement.sort).toEqual(BACKWARDS));
    expect(get().rows).toEqual(items.toSorted(compareItems(BACKWARDS)));
    expect([...get().selection.exceptions]).toEqual(['id-5']);
  });
});
