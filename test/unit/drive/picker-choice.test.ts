import { describe, expect, it } from 'vitest';
import type { PickedItem } from '../../../src/drive';
import { buildFile, buildFolder } from '../../support/drive-items';
import { A, B, DOCUMENTS, inside } from '../../support/folder-browser-bench';
import { buildRules } from '../../support/pick-rules';
import { openPicker } from '../../support/picker-bench';

const PDF = buildFile({ id: 'pdf', name: 'd.pdf', ...inside('documents') });

describe('a basket from outside', () => {
  const reference: PickedItem = {
    item: { driveId: 'drive', id: 'pdf', name: 'd.pdf', parentReference: {} },
    path: [],
  };

  it('is completed by the rows it names, and can be judged only then', async () => {
    const { picker, picking, enter, basket, selected } = await openPicker([DOCUMENTS, A], {
      accept: ['.pdf'],
    });
    const foreign = { ...reference, item: { ...reference.item, driveId: 'another' } };
    picker.start(buildRules({ accept: ['.txt'] }), [reference, foreign]);
    expect(basket()).toEqual(['d.pdf', 'd.pdf']);
    picker.start(buildRules({ accept: ['.pdf'] }));
    await enter(DOCUMENTS, PDF);
    expect(selected()).toEqual(['d.pdf']);
    expect(picking().basket).toEqual([
      { item: PDF, path: ['Documents'], folderKeys: ['drive root', 'drive documents'] },
      foreign,
    ]);
  });

  it('tells items of two drives apart that have one id', async () => {
    const foreign = { ...reference, item: { ...reference.item, driveId: 'another' } };
    const { picker, picking, selected } = await openPicker([PDF, A]);
    picker.start(buildRules(), [reference, foreign]);
    picker.remove(foreign.item);
    expect([picking().basket.map(({ item }) => item), selected()]).toEqual([[PDF], ['d.pdf']]);
    picker.start(buildRules(), [reference, foreign]);
    picker.remove(PDF);
    expect([picking().basket, selected()]).toEqual([[foreign], []]);
  });

  it('is shown at once where its folder is open', async () => {
    const { picker, selected, picking } = await openPicker([PDF, A]);
    picker.start(buildRules(), [reference]);
    expect(selected()).toEqual(['d.pdf']);
    expect(picking().basket[0]?.item).toBe(PDF);
  });

  it('loses what the rules refuse once it is seen', async () => {
    const { picker, basket } = await openPicker([PDF, A]);
    picker.start(buildRules({ accept: ['.txt'] }), [reference]);
    expect(basket()).toEqual([]);
  });

  it('given back as it was keeps all that was known of it', async () => {
    const { picker, picking, toggle, basket } = await openPicker([A, B]);
    toggle(A);
    const before = picking().basket;
    toggle(B);
    picker.start(buildRules(), before);
    expect(picking().basket).toEqual(before);
    expect(basket()).toEqual(['a.txt']);
  });
});

describe('the choice', () => {
  it('is the basket', async () => {
    const { toggle, picker } = await openPicker([DOCUMENTS, A, B], { kind: 'all' });
    toggle(B, DOCUMENTS);
    expect(picker.choice()).toEqual([B, DOCUMENTS]);
  });

  it('is the open folder where folders may be picked and nothing is', async () => {
    const { picker, enter, browser } = await openPicker([DOCUMENTS, A], { kind: 'folders' });
    expect(picker.choice()).toMatchObject([{ driveId: 'drive', id: 'root', name: 'root', folder: {} }]);
    await enter(DOCUMENTS, PDF);
    expect(picker.choice()).toEqual([DOCUMENTS]);
    browser.dispose();
    expect(picker.choice()).toEqual([]);
  });

  it('is nothing where only files may be picked, or where the open folder is refused', async () => {
    const files = await openPicker([A]);
    expect(files.picker.choice()).toEqual([]);
    const refused = await openPicker([A], { kind: 'folders', filter: () => 'Read only' });
    expect(refused.picker.choice()).toEqual([]);
  });

  it('tells a shortcut by its own reference', async () => {
    const shortcut = buildFolder({
      id: 'short',
      name: 'Team',
      folder: undefined,
      remoteItem: { driveId: 'other', id: 'team', folder: {} },
    });
    const { toggle, picker } = await openPicker([shortcut], { kind: 'folders' });
    toggle(shortcut);
    expect(picker.choice()).toEqual([shortcut]);
  });
});
