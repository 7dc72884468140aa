import { describe, expect, it } from 'vitest';
import { awaitItems, settleAwaited } from '../../../src/drive';
import { buildFile } from '../../support/drive-items';
import { openPicker } from '../../support/picker-bench';

const PLACE = { path: ['Notes'], folderKeys: ['notes'] };
const here = buildFile({ name: 'here.pdf' });

describe('what is on its way into the basket', () => {
  it('is picked with its place when it is there, though another folder is open', async () => {
    const { picker, picking, toggle } = await openPicker([here], { selection: 'multiple' });
    toggle(here);
    awaitItems(picker, [{ id: '1', place: PLACE }]);
    awaitItems(picker, [{ id: '2', place: {} }]);
    const item = buildFile({ name: 'new.pdf' });
    settleAwaited(picker, '1', item);
    expect(picking().basket.at(-1)).toEqual({ item, ...PLACE });
    expect(picking().awaited).toEqual([{ id: '2', place: {} }]);
    settleAwaited(picker, '2');
    expect(picking().awaited).toEqual([]);
    expect(picking().basket).toHaveLength(2);
  });

  it('is left out where the rules refuse it, or nothing more may be picked', async () => {
    const { picker, basket, toggle } = await openPicker([here], {
      selection: 'multiple',
      maxCount: 1,
      accept: ['.pdf'],
    });
    awaitItems(
      picker,
      ['1', '2'].map((id) => ({ id, place: {} })),
    );
    settleAwaited(picker, '1', buildFile({ name: 'song.mp3' }));
    expect(basket()).toEqual([]);
    toggle(here);
    settleAwaited(picker, '2', buildFile({ name: 'new.pdf' }));
    expect(basket()).toEqual(['here.pdf']);
  });

  it('takes the place of what was picked, where one is', async () => {
    const { picker, basket, selected, click } = await openPicker([here], { selection: 'single' });
    click(here);
    awaitItems(picker, [{ id: '1', place: PLACE }]);
    settleAwaited(picker, '1', buildFile({ name: 'new.pdf' }));
    expect(basket()).toEqual(['new.pdf']);
    expect(selected()).toEqual([]);
  });

  it('is not of another basket, and outlives a change of the rules', async () => {
    const { picker, picking } = await openPicker([here], { selection: 'multiple' });
    awaitItems(picker, [{ id: '1', place: {} }]);
    picker.start({ ...picking().rules, maxCount: 5 });
    expect(picking().awaited).toHaveLength(1);
    picker.start(picking().rules, []);
    expect(picking().awaited).toEqual([]);
    settleAwaited(picker, '1', buildFile({ name: 'late.pdf' }));
    expect(picking().basket).toEqual([]);
  });
});
