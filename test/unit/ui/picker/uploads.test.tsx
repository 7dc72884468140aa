import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { DriveItem, PickRules } from '../../../../src/drive';
import { buildFile } from '../../../support/drive-items';
import { renderPicking } from './render-picking';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

/** A picker in which files arrive as they do after an upload. */
async function renderUploading(rules: Partial<PickRules>) {
  let report: ((item: DriveItem, folder: { driveId: string; id: string; name: string }) => void) | undefined;
  const picking = await renderPicking([buildFile({ name: 'old.pdf' })], {
    ...rules,
    prepare: (model) =>
      Object.assign(model.transfers, {
        onUploaded: (listener: typeof report) => {
          report = listener;
          return () => {};
        },
      }),
  });
  return {
    ...picking,
    arrive: (name: string, folderId = 'root', driveId = 'drive') => {
      const item = buildFile({ name });
      if (folderId === 'root' && driveId === 'drive')
        picking.change(() => picking.model.folder.apply({ changed: [item] }));
      picking.change(() => report?.(item, { driveId, id: folderId, name: '' }));
    },
  };
}

describe('what is uploaded while picking', () => {
  it('is picked, as far as the limit lets it', async () => {
    const { arrive, list } = await renderUploading({ selection: 'multiple', maxCount: 2 });
    for (const name of ['1.pdf', '2.pdf', '3.pdf']) arrive(name);
    expect(list.selected()).toEqual(['1.pdf', '2.pdf']);
  });

  it('takes the place of the one that was picked, where only one can be', async () => {
    const { arrive, list, check } = await renderUploading({ selection: 'single' });
    await check('old.pdf');
    arrive('new.pdf');
    expect(list.selected()).toEqual(['new.pdf']);
  });

  it('is left alone where the rules refuse it, or where it went into another folder', async () => {
    const { arrive, model } = await renderUploading({ selection: 'multiple', accept: ['.pdf'] });
    arrive('song.mp3');
    arrive('elsewhere.pdf', 'another');
    // Another folder, though by chance it has the same id there.
    arrive('old.pdf', 'root', 'another');
    const state = model.picker.state.get();
    expect(state.status === 'picking' && state.basket).toEqual([]);
  });
});
