import { describe, expect, it } from 'vitest';
import { EMPTY_SELECTION, selectAll, selectOnly, selectRange } from '../../../src/drive';
import { buildFile } from '../../support/drive-items';
import { A, B, C, DOCUMENTS, YEAR, inside } from '../../support/folder-browser-bench';
import { settled } from '../../support/manual-environment';
import { buildRules } from '../../support/pick-rules';
import { openPicker, setUpPicker } from '../../support/picker-bench';

const PDF = buildFile({ id: 'pdf', name: 'd.pdf', ...inside('documents') });
const DEEP = buildFile({ id: 'deep', name: 'deep.txt', ...inside('year') });

describe('the basket', () => {
  it('keeps what is picked in one folder while another is open, and shows it again on the way back', async () => {
    const { toggle, enter, basket, selected, browser } = await openPicker([DOCUMENTS, A, B]);
    toggle(A);
    await enter(DOCUMENTS, PDF);
    expect([basket(), selected()]).toEqual([['a.txt'], []]);
    toggle(PDF);
    expect([basket(), selected()]).toEqual([['a.txt', 'd.pdf'], ['d.pdf']]);
    browser.up();
    expect([basket(), selected()]).toEqual([['a.txt', 'd.pdf'], ['a.txt']]);
  });

  it('knows where each item lies', async () => {
    const { toggle, enter, picking } = await openPicker([DOCUMENTS, A]);
    toggle(A);
    await enter(DOCUMENTS, PDF, YEAR);
    await enter(YEAR, DEEP);
    toggle(DEEP);
    expect(picking().basket.map(({ path }) => path)).toEqual([[], ['Documents', '2026']]);
  });

  it('replaces only the open folder’s part by a plain click', async () => {
    const { toggle, enter, click, basket } = await openPicker([DOCUMENTS, A, B]);
    toggle(A, B);
    await enter(DOCUMENTS, PDF, YEAR);
    click(PDF);
    expect(basket()).toEqual(['a.txt', 'b.txt', 'd.pdf']);
  });

  it('keeps what a filter hides, and shows it as selected when the filter goes', async () => {
    const { toggle, click, basket, selected, browser } = await openPicker([A, B, C]);
    toggle(A, B);
    browser.setFilter('c');
    expect([basket(), selected()]).toEqual([['a.txt', 'b.txt'], []]);
    click(C);
    browser.setFilter('');
    expect([basket(), selected()]).toEqual([
      ['a.txt', 'b.txt', 'c.txt'],
      ['a.txt', 'b.txt', 'c.txt'],
    ]);
  });

  it('takes an item out in whatever folder it lies', async () => {
    const { toggle, enter, basket, selected, picker, browser } = await openPicker([DOCUMENTS, A, B]);
    toggle(A, B);
    await enter(DOCUMENTS, PDF);
    picker.remove(A);
    browser.up();
    expect([basket(), selected()]).toEqual([['b.txt'], ['b.txt']]);
    picker.clear();
    expect([basket(), selected()]).toEqual([[], []]);
  });

  it('survives sorting and a refresh', async () => {
    const { toggle, basket, selected, browser, listing } = await openPicker([A, B, C]);
    toggle(C, A);
    browser.sortBy('name');
    browser.refresh();
    listing().page(A, B);
    await settled();
    expect(selected()).toEqual(['c.txt', 'a.txt']);
    listing().page(C);
    listing().end();
    await settled();
    expect([basket(), selected()]).toEqual([
      ['c.txt', 'a.txt'],
      ['c.txt', 'a.txt'],
    ]);
  });

  it('is forgotten when picking ends, with the selection', async () => {
    const { toggle, picker, selected } = await openPicker([A, B]);
    toggle(A);
    picker.stop();
    expect([picker.state.get(), selected()]).toEqual([{ status: 'off' }, []]);
    picker.setSelection(() => selectOnly(B.id));
    expect(selected()).toEqual(['b.txt']);
  });

  it('takes nothing over that was selected while browsing', async () => {
    const { picker, selected, basket, browser } = await openPicker([A, B]);
    picker.stop();
    browser.setSelection(() => selectOnly(A.id));
    picker.start(buildRules());
    expect([basket(), selected()]).toEqual([[], []]);
  });
});

describe('“all” that is left from before', () => {
  it('puts nothing into a basket that begins, of browsing or of what was given up', async () => {
    const { picker, basket, selected, browser } = await openPicker([A, B]);
    picker.stop();
    browser.setSelection(selectAll);
    picker.start(buildRules({ maxCount: 9 }), []);
    expect([basket(), selected()]).toEqual([[], []]);
    picker.stop();
    browser.setSelection(selectAll);
    picker.start(buildRules());
    expect([basket(), selected()]).toEqual([[], []]);
  });

  it('ends with the basket that it filled, though pages stream in', async () => {
    const { picker, basket, selected, browser, listing } = setUpPicker();
    await browser.openPath([]);
    listing().page(A);
    await settled();
    picker.setSelection(selectAll);
    expect(basket()).toEqual(['a.txt']);
    picker.start(buildRules(), []);
    listing().page(B);
    await settled();
    expect([basket(), selected()]).toEqual([[], []]);
    picker.setSelection(selectAll);
    picker.clear();
    listing().page(C);
    listing().end();
    await settled();
    expect([basket(), selected()]).toEqual([[], []]);
  });

  it('ends with what lies below a folder that is taken out, and goes on elsewhere', async () => {
    const { picker, basket, browser, listing } = await openPicker([DOCUMENTS, A]);
    browser.open(DOCUMENTS);
    listing().page(PDF);
    await settled();
    picker.setSelection(selectAll);
    picker.removeBelow(YEAR);
    listing().page(B);
    await settled();
    expect(basket()).toEqual(['d.pdf', 'b.txt']);
    picker.removeBelow(DOCUMENTS);
    listing().page(C);
    listing().end();
    await settled();
    expect(basket()).toEqual([]);
  });
});

describe('rules', () => {
  it('let nothing into the selection that they refuse, by a click, a range or “all”', async () => {
    const { toggle, click, picker, basket, selected } = await openPicker([DOCUMENTS, A, PDF, B], {
      accept: ['.txt'],
    });
    toggle(PDF, DOCUMENTS);
    expect([basket(), selected()]).toEqual([[], []]);
    picker.setSelection((_, rows) => selectRange(selectOnly(A.id), rows, PDF.id));
    expect(selected()).toEqual(['a.txt', 'b.txt']);
    picker.setSelection(() => EMPTY_SELECTION);
    picker.setSelection(selectAll);
    expect([basket(), selected()]).toEqual([
      ['a.txt', 'b.txt'],
      ['a.txt', 'b.txt'],
    ]);
    click(B);
    expect(basket()).toEqual(['b.txt']);
  });

  it('hold for a selection that is made past the picker', async () => {
    const { browser, basket, selected } = await openPicker([A, PDF], { accept: ['.txt'] });
    browser.setSelection(selectAll);
    expect([basket(), selected()]).toEqual([['a.txt'], ['a.txt']]);
  });

  it('replace silently where one may be picked, across folders too', async () => {
    const { click, toggle, enter, basket, selected, browser } = await openPicker([DOCUMENTS, A, B], {
      selection: 'single',
    });
    click(A);
    toggle(B);
    expect([basket(), selected()]).toEqual([['b.txt'], ['b.txt']]);
    await enter(DOCUMENTS, PDF);
    click(PDF);
    browser.up();
    expect([basket(), selected()]).toEqual([['d.pdf'], []]);
  });

  it('give “all” no meaning where one may be picked', async () => {
    const { click, picker, basket, selected } = await openPicker([A, B], { selection: 'single' });
    click(A);
    picker.setSelection(selectAll);
    expect([basket(), selected()]).toEqual([['a.txt'], ['a.txt']]);
  });

  it('select nothing where nothing may be selected', async () => {
    const { click, picker, basket, selected } = await openPicker([A, B], { selection: 'none' });
    click(A);
    picker.setSelection(selectAll);
    expect([basket(), selected()]).toEqual([[], []]);
  });

  it('let no more in than allowed; what is picked stays', async () => {
    const { toggle, click, picker, basket, selected } = await openPicker([A, B, C], { maxCount: 2 });
    toggle(C, A, B);
    expect([basket(), selected()]).toEqual([
      ['c.txt', 'a.txt'],
      ['a.txt', 'c.txt'],
    ]);
    picker.setSelection(selectAll);
    expect(basket()).toEqual(['c.txt', 'a.txt']);
    click(B);
    expect(basket()).toEqual(['b.txt']);
  });

  it('that change let go what they refuse, and what is too many', async () => {
    const { toggle, picker, basket, selected } = await openPicker([A, B, C, PDF]);
    toggle(A, PDF, B, C);
    picker.start(buildRules({ accept: ['.txt'], maxCount: 2 }));
    expect([basket(), selected()]).toEqual([
      ['a.txt', 'b.txt'],
      ['a.txt', 'b.txt'],
    ]);
    picker.start(buildRules({ selection: 'single' }));
    expect(basket()).toEqual(['b.txt']);
  });

  it('that say the same again change nothing', async () => {
    const { toggle, picker, picking } = await openPicker([A, B]);
    toggle(A);
    const before = picking();
    picker.start(buildRules());
    expect(picking()).toBe(before);
  });

  it('ask a host’s filter once about an item, and take an error for a no', async () => {
    const asked: string[] = [];
    const filter = ({ name }: { name: string }) => {
      asked.push(name);
      if (name === 'b.txt') throw new Error('host');
      return true;
    };
    const { toggle, picker, browser, basket } = await openPicker([A, B], { filter });
    toggle(A, B);
    picker.setSelection(selectAll);
    browser.sortBy('size');
    expect(basket()).toEqual(['a.txt']);
    expect(asked.sort()).toEqual(['a.txt', 'b.txt']);
  });

  it('leave out refused rows where the user wants it; folders stay', async () => {
    const { picker, names, toggle, basket } = await openPicker([DOCUMENTS, A, PDF], { accept: ['.pdf'] });
    picker.setHidesRefused(true);
    expect(names()).toEqual(['Documents', 'd.pdf']);
    toggle(PDF);
    picker.start(buildRules({ accept: ['.txt'] }));
    expect([names(), basket()]).toEqual([['Documents', 'a.txt'], []]);
    picker.setHidesRefused(false);
    expect(names()).toEqual(['Documents', 'a.txt', 'd.pdf']);
    picker.setHidesRefused(true);
    picker.stop();
    expect(names()).toEqual(['Documents', 'a.txt', 'd.pdf']);
  });
});

describe('“all” while pages stream in', () => {
  async function streaming(...args: Parameters<typeof setUpPicker>) {
    const parts = setUpPicker(...args);
    await parts.browser.openPath([]);
    const page = async (...items: Parameters<ReturnType<typeof parts.listing>['page']>) => {
      parts.listing().page(...items);
      await settled();
    };
    const end = async () => {
      parts.listing().end();
      await settled();
    };
    return { ...parts, page, end };
  }

  it('means what is allowed and comes later, too', async () => {
    const { page, end, picker, basket, selected } = await streaming({ accept: ['.txt'] });
    await page(A);
    picker.setSelection(selectAll);
    await page(PDF, DOCUMENTS, B);
    await page(C);
    await end();
    expect([basket(), selected()]).toEqual([
      ['a.txt', 'b.txt', 'c.txt'],
      ['a.txt', 'b.txt', 'c.txt'],
    ]);
  });

  it('leaves out what was taken out again', async () => {
    const { page, picker, toggle, basket } = await streaming();
    await page(A);
    picker.setSelection(selectAll);
    toggle(A);
    await page(B);
    expect(basket()).toEqual(['b.txt']);
  });

  it('ends at the limit, and with a click on one row', async () => {
    const { page, picker, click, basket } = await streaming({ maxCount: 2 });
    await page(A);
    picker.setSelection(selectAll);
    await page(B, C);
    expect(basket()).toHaveLength(2);
    click(A);
    await page(PDF);
    expect(basket()).toEqual(['a.txt']);
  });

  it('does not mean what a later refresh brings', async () => {
    const { page, end, picker, browser, basket } = await streaming();
    await page(A);
    picker.setSelection(selectAll);
    await end();
    browser.refresh();
    await page(A, B);
    await end();
    expect(basket()).toEqual(['a.txt']);
  });
});

describe('what happens to picked items', () => {
  it('a new name or other contents take the place of the old', async () => {
    const { toggle, browser, basket, picking } = await openPicker([A, B]);
    toggle(A, B);
    browser.apply({ changed: [{ ...A, name: 'z.txt', size: 5 }] });
    expect(basket()).toEqual(['z.txt', 'b.txt']);
    expect(picking().basket[0]?.item.size).toBe(5);
  });

  it('one that changed into what is not allowed leaves', async () => {
    const { toggle, browser, basket, selected } = await openPicker([A, B], { accept: ['.txt'] });
    toggle(A, B);
    browser.apply({ changed: [{ ...A, name: 'a.exe' }] });
    expect([basket(), selected()]).toEqual([['b.txt'], ['b.txt']]);
  });

  it('a deleted one leaves, also while a filter hides it', async () => {
    const { toggle, browser, basket } = await openPicker([A, B]);
    toggle(A, B);
    browser.setFilter('b');
    browser.apply({ removed: [A.id] });
    expect(basket()).toEqual(['b.txt']);
  });

  it('one that a complete listing lacks leaves; a page without it proves nothing', async () => {
    const { toggle, enter, browser, listing, basket } = await openPicker([DOCUMENTS, A, B]);
    toggle(A, B);
    await enter(DOCUMENTS, PDF);
    browser.up();
    listing().page(B);
    await settled();
    expect(basket()).toEqual(['a.txt', 'b.txt']);
    listing().end();
    await settled();
    expect(basket()).toEqual(['b.txt']);
  });

  it('a failed listing takes nothing away', async () => {
    const { toggle, browser, listing, basket } = await openPicker([A, B]);
    toggle(A, B);
    browser.refresh();
    listing().fail('access-denied');
    await settled();
    expect(basket()).toEqual(['a.txt', 'b.txt']);
  });

  it('what lies in a deleted folder is gone with it', async () => {
    const { toggle, enter, browser, basket } = await openPicker([DOCUMENTS, A]);
    toggle(A);
    await enter(DOCUMENTS, PDF, YEAR);
    toggle(PDF);
    await enter(YEAR, DEEP);
    toggle(DEEP);
    browser.up();
    browser.apply({ removed: [YEAR.id] });
    expect(basket()).toEqual(['a.txt', 'd.pdf']);
    browser.up();
    browser.apply({ removed: [DOCUMENTS.id] });
    expect(basket()).toEqual(['a.txt']);
  });

  it('forgets everything with the account', async () => {
    const { toggle, picker, browser, basket } = await openPicker([A, B]);
    toggle(A);
    picker.clear();
    browser.dispose();
    expect(basket()).toEqual([]);
    await browser.openPath([]);
    expect(basket()).toEqual([]);
  });
});
