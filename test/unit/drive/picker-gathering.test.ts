import { describe, expect, it } from 'vitest';
import { folderCheckOf, selectAll } from '../../../src/drive';
import { buildFile } from '../../support/drive-items';
import { A, B, DOCUMENTS, YEAR, inside } from '../../support/folder-browser-bench';
import { settled } from '../../support/manual-environment';
import { buildRules } from '../../support/pick-rules';
import { openPicker } from '../../support/picker-bench';

const PDF = buildFile({ id: 'pdf', name: 'd.pdf', ...inside('documents') });
const NOTE = buildFile({ id: 'note', name: 'note.txt', ...inside('documents') });
const DEEP = buildFile({ id: 'deep', name: 'deep.txt', ...inside('year') });

async function openGathering(...args: Parameters<typeof openPicker>) {
  const parts = await openPicker(...args);
  const { picker, picking, listing } = parts;
  const page = async (...items: Parameters<ReturnType<typeof listing>['page']>) => {
    listing().page(...items);
    await settled();
  };
  const end = async () => {
    listing().end();
    await settled();
  };
  return {
    ...parts,
    page,
    end,
    check: (folder = DOCUMENTS) => folderCheckOf(picking(), folder),
    /** Documents with a note, a PDF and a folder with another text. */
    gatherDocuments: async () => {
      const done = picker.gather(DOCUMENTS);
      await settled();
      await page(NOTE, YEAR, PDF);
      await end();
      await page(DEEP);
      await end();
      return done;
    },
  };
}

const IDLE = { status: 'idle' };

describe('gathering the files of a folder', () => {
  it('walks through the folders below it, counting, and picks all at once in the end', async () => {
    const { picker, picking, page, end, basket, check, listing } = await openGathering([DOCUMENTS, A]);
    const done = picker.gather(DOCUMENTS);
    await settled();
    expect(picking().gathering).toEqual({ status: 'counting', folder: DOCUMENTS, found: 0 });
    await page(NOTE, YEAR);
    expect(picking().gathering).toMatchObject({ found: 1 });
    await page(PDF);
    await end();
    expect(listing().folder.id).toBe('year');
    expect([picking().gathering, basket(), check()]).toMatchObject([{ found: 2 }, [], 'none']);
    await page(DEEP);
    await end();
    expect(await done).toBe(3);
    expect(picking().gathering).toEqual(IDLE);
    expect([basket(), check(), check(YEAR)]).toEqual([['note.txt', 'd.pdf', 'deep.txt'], 'all', 'all']);
    expect(picking().basket.map(({ path }) => path)).toEqual([
      ['Documents'],
      ['Documents'],
      ['Documents', '2026'],
    ]);
  });

  it('takes what the rules allow', async () => {
    const { gatherDocuments, basket, check } = await openGathering([DOCUMENTS], { accept: ['.txt'] });
    await expect(gatherDocuments()).resolves.toBe(2);
    expect([basket(), check()]).toEqual([['note.txt', 'deep.txt'], 'all']);
  });

  it('ends where as many as allowed are found, and does not say that these are all', async () => {
    const { picker, page, basket, check, listing } = await openGathering([DOCUMENTS, A], { maxCount: 1 });
    const done = picker.gather(DOCUMENTS);
    await settled();
    await page(NOTE, PDF);
    expect(await done).toBe(1);
    expect([basket(), check()]).toEqual([['note.txt'], 'some']);
    expect(await picker.gather(DOCUMENTS)).toBe(0);
    expect(listing(-1).folder.id).toBe('documents');
  });

  it('says all where exactly as many are there as allowed', async () => {
    const { gatherDocuments, check, basket } = await openGathering([DOCUMENTS], { maxCount: 3 });
    await gatherDocuments();
    expect([basket().length, check()]).toEqual([3, 'all']);
  });

  it('adds to what is picked already, each file once', async () => {
    const { enter, toggle, browser, gatherDocuments, basket, check } = await openGathering([DOCUMENTS]);
    await enter(DOCUMENTS, PDF, YEAR);
    toggle(PDF);
    browser.up();
    expect(check()).toBe('some');
    await expect(gatherDocuments()).resolves.toBe(2);
    expect([basket(), check()]).toEqual([['d.pdf', 'note.txt', 'deep.txt'], 'all']);
  });

  it('can be given up: nothing is picked, and the listing ends', async () => {
    const { picker, picking, page, basket, listing } = await openGathering([DOCUMENTS]);
    const done = picker.gather(DOCUMENTS);
    await settled();
    await page(NOTE);
    picker.cancelGathering();
    expect([listing().signal?.aborted, picking().gathering]).toEqual([true, IDLE]);
    await page(PDF);
    expect([await done, basket()]).toEqual([undefined, []]);
  });

  it('that fails picks nothing and tells why', async () => {
    const { picker, picking, page, basket, listing } = await openGathering([DOCUMENTS]);
    const done = picker.gather(DOCUMENTS);
    await settled();
    await page(NOTE);
    listing().fail('access-denied');
    expect(await done).toBeUndefined();
    expect(basket()).toEqual([]);
    expect(picking().gathering).toMatchObject({
      status: 'failed',
      folder: DOCUMENTS,
      error: { code: 'access-denied' },
    });
    void picker.gather(DOCUMENTS);
    await settled();
    expect(picking().gathering).toMatchObject({ status: 'counting' });
  });

  it('of a second folder waits for the first', async () => {
    const { picker, picking, page, end, basket, requests } = await openGathering([DOCUMENTS, YEAR]);
    const before = requests.listings.length;
    const done = Promise.all([picker.gather(DOCUMENTS), picker.gather(YEAR)]);
    await settled();
    expect(requests.listings).toHaveLength(before + 1);
    await page(NOTE);
    await end();
    expect(picking().gathering).toMatchObject({ folder: YEAR });
    await page(DEEP);
    await end();
    await done;
    expect(basket()).toEqual(['note.txt', 'deep.txt']);
  });

  it('ends with picking, with other rules and with the account', async () => {
    const { picker, basket, listing } = await openGathering([DOCUMENTS]);
    const ends = [
      () => picker.start(buildRules({ accept: ['.pdf'] })),
      () => picker.clear(),
      () => picker.stop(),
    ];
    for (const end of ends) {
      const done = picker.gather(DOCUMENTS);
      // oxlint-disable-next-line no-await-in-loop
      await settled();
      end();
      expect(listing().signal?.aborted).toBe(true);
      listing().page(NOTE);
      listing().end();
      // oxlint-disable-next-line no-await-in-loop
      expect(await done).toBeUndefined();
    }
    picker.start(buildRules());
    expect(basket()).toEqual([]);
  });

  it('follows shortcuts, but never in a circle', async () => {
    const back = buildFile({
      id: 'back',
      name: 'Back',
      file: undefined,
      remoteItem: { driveId: 'drive', id: 'documents', folder: {} },
    });
    const out = { ...back, id: 'out', name: 'Out', remoteItem: { driveId: 'other', id: 'team', folder: {} } };
    const { picker, page, end, basket, listing } = await openGathering([DOCUMENTS]);
    const done = picker.gather(DOCUMENTS);
    await settled();
    await page(back, out);
    await end();
    expect(listing().folder).toMatchObject({ driveId: 'other', id: 'team' });
    await page(buildFile({ id: 'x', driveId: 'other', name: 'x.txt' }));
    await end();
    expect([await done, basket()]).toEqual([1, ['x.txt']]);
  });

  it('does nothing where folders or one file are picked', async () => {
    for (const rules of [{ kind: 'folders' }, { kind: 'all' }, { selection: 'single' }] as const) {
      // oxlint-disable-next-line no-await-in-loop
      const { picker, requests } = await openGathering([DOCUMENTS], rules);
      const before = requests.listings.length;
      // oxlint-disable-next-line no-await-in-loop
      expect(await picker.gather(DOCUMENTS)).toBe(0);
      expect(requests.listings).toHaveLength(before);
    }
  });
});

describe('the check of a folder', () => {
  it('is taken away with everything below it', async () => {
    const { gatherDocuments, toggle, picker, basket, check } = await openGathering([DOCUMENTS, A, B]);
    toggle(A);
    await gatherDocuments();
    picker.removeBelow(DOCUMENTS);
    expect([basket(), check()]).toEqual([['a.txt'], 'none']);
  });

  it('is mixed as soon as one of its files is taken out', async () => {
    const { gatherDocuments, picker, check, enter, selected } = await openGathering([DOCUMENTS]);
    await gatherDocuments();
    picker.remove(PDF);
    expect([check(), check(YEAR)]).toEqual(['some', 'all']);
    await enter(DOCUMENTS, NOTE, YEAR, PDF);
    expect(selected()).toEqual(['note.txt']);
  });

  it('stays while the open folder is selected and cleared', async () => {
    const { gatherDocuments, picker, check, basket } = await openGathering([DOCUMENTS, A]);
    await gatherDocuments();
    picker.setSelection(selectAll);
    expect([basket().at(-1), check()]).toEqual(['a.txt', 'all']);
  });
});
