import { cleanup, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createPicker } from '../../../../src/drive';
import { buildFile, buildFiles, buildFolder } from '../../../support/drive-items';
import { buildRules } from '../../../support/pick-rules';
import { renderView } from '../../../support/render-view';
import { renderPicking } from './render-picking';

const MEGABYTE = 1024 * 1024;
const documents = buildFolder({ name: 'Documents' });
const items = [
  documents,
  buildFile({ name: 'a.pdf', size: 4 * MEGABYTE }),
  buildFile({ name: 'b.pdf', size: 8 * MEGABYTE }),
  buildFile({ name: 'c.pdf', size: 1 }),
  buildFile({ name: 'song.mp3' }),
];
const inDocuments = [buildFile({ name: 'deep.pdf', size: MEGABYTE })];
const tree = (id: string) => (id === documents.id ? inDocuments : items);

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

describe('the tray', () => {
  it('is there only while something is being picked', async () => {
    const { root, model, change } = renderView(items);
    expect(within(root).queryByRole('region', { name: 'Choosing' })).toBeNull();
    change(() => model.picker.start(buildRules({ selection: 'single' })));
    expect(await within(root).findByRole('region', { name: 'Choosing' })).toBeDefined();
    change(() => model.picker.stop());
    expect(within(root).queryByRole('region', { name: 'Choosing' })).toBeNull();
  });

  it.each([
    [{ selection: 'single' }, 'Choose a file'],
    [{ selection: 'multiple' }, 'Choose files'],
    [{ selection: 'multiple', maxCount: 3, accept: ['.pdf'] }, 'Choose up to 3 PDF files'],
    [{ selection: 'single', accept: ['image/*', '.docx'] }, 'Choose one image or DOCX file'],
  ] as const)('%j: says what can be chosen, and that nothing is', async (rules, hint) => {
    const { tray, button, user, onPick } = await renderPicking(items, rules);
    expect(tray.getByText(hint)).toBeDefined();
    expect(button('Choose').getAttribute('aria-disabled')).toBe('true');
    expect(button('Choose').getAttribute('aria-description')).toBe(hint);
    await user.click(button('Choose'));
    expect(onPick).not.toHaveBeenCalled();
  });

  it('counts what is picked in every folder, with its size, and gives it to the host', async () => {
    const { tray, button, check, list, picked, user } = await renderPicking(tree, { selection: 'multiple' });
    await check('a.pdf');
    await list.clickName('Documents');
    await check('deep.pdf');
    expect(tray.getByText('2 chosen (5 MB)')).toBeDefined();
    await user.click(button('Choose'));
    expect(picked()).toEqual(['a.pdf', 'deep.pdf']);
  });

  it('says of what was chosen that it is', async () => {
    const { tray, check, screen } = await renderPicking(items, { options: { isChosen: true } });
    await check('b.pdf');
    expect(tray.getByText('Chosen: b.pdf (8 MB)')).toBeDefined();
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Chosen: b.pdf (8 MB)'));
  });

  it('says that the limit is reached', async () => {
    const { tray, check } = await renderPicking(items, { selection: 'multiple', maxCount: 2 });
    await check('a.pdf');
    expect(tray.getByText('1 of 2 chosen (4 MB)')).toBeDefined();
    await check('b.pdf');
    expect(tray.getByText('2 of 2 chosen (12 MB)')).toBeDefined();
  });

  it('means the open folder where folders may be picked and none is', async () => {
    const { tray, button, list, picked, user } = await renderPicking(tree, { kind: 'folders' });
    await list.clickName('Documents');
    expect(tray.getByText('This folder: Documents')).toBeDefined();
    await user.click(button('Choose this folder'));
    expect(picked()).toEqual(['Documents']);
  });

  it('chooses once at a double click', async () => {
    const { button, check, user, onPick } = await renderPicking(items);
    await check('a.pdf');
    await user.dblClick(button('Choose'));
    expect(onPick).toHaveBeenCalledTimes(1);
  });

  it('hands giving up to the host', async () => {
    const { button, user, onCancel } = await renderPicking(items);
    await user.click(button('Cancel'));
    expect(onCancel).toHaveBeenCalledTimes(1);
  });

  it('offers giving up to those who are not signed in', async () => {
    const { button, user, onCancel } = await renderPicking(items, {
      prepare: (model) => model.connection.set({ state: 'signed-out' }),
    });
    await user.click(button('Cancel'));
    expect(onCancel).toHaveBeenCalledTimes(1);
  });

  it('hides what cannot be chosen, where there is such', async () => {
    const { tray, list, user } = await renderPicking(tree, { accept: ['.pdf'] });
    await user.click(tray.getByRole('switch', { name: 'Hide what can’t be chosen' }));
    expect(list.names()).toEqual(['Documents', 'a.pdf', 'b.pdf', 'c.pdf']);
    await list.clickName('Documents');
    expect(tray.queryByRole('switch')).toBeNull();
  });

  it.each([320, 900])('at %i px covers neither the last row nor its own buttons', async (width) => {
    const { region, list, button, check } = await renderPicking(buildFiles(60), {
      width,
      selection: 'multiple',
      accept: ['.pdf', '.docx'],
    });
    await check('Annual report 0001.docx');
    const edges = region.getBoundingClientRect();
    expect(list.grid().getBoundingClientRect().bottom).toBeLessThanOrEqual(edges.top);
    for (const name of ['Show', 'Cancel', 'Choose']) {
      const { left, right, bottom } = button(name).getBoundingClientRect();
      expect([left >= edges.left, right <= edges.right, bottom <= edges.bottom]).toEqual([true, true, true]);
    }
  });

  it('stands alone with the count: the command bar does not repeat it', async () => {
    const { screen, check } = await renderPicking(items);
    await check('a.pdf');
    expect(screen.queryByRole('button', { name: 'Clear selection' })).toBeNull();
  });
});

describe('while the files of a folder are counted', () => {
  it('says how many there are, and stops', async () => {
    const requests = {
      children: async function* () {
        yield inDocuments;
        await new Promise(() => {});
      },
    };
    const { tray, user, button, model, change, focused } = await renderPicking(tree, {
      selection: 'multiple',
      prepare: (model) => Object.assign(model, { picker: createPicker({ folder: model.folder, requests }) }),
    });
    change(() => void model.picker.gather(documents));
    expect(await tray.findByText('Counting… 1 file in Documents')).toBeDefined();
    expect(button('Choose').getAttribute('aria-description')).toBe('The files are still being counted.');
    await user.click(button('Stop'));
    expect(tray.getByText('Choose files')).toBeDefined();
    expect(focused()).toBe(button('Choose'));
  });
});

describe('the live region', () => {
  it('speaks the last of many changes, once', async () => {
    const { screen, check } = await renderPicking(items, { selection: 'multiple', maxCount: 3 });
    const heard: string[] = [];
    const status = screen.getAllByRole('status').find((region) => region.ariaLive === 'polite');
    if (!status) throw new Error('There is no live region.');
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) addedNodes.forEach((node) => heard.push(node.textContent ?? ''));
    }).observe(status, { childList: true });
    for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) await check(name);
    await waitFor(() => expect(heard).toEqual(['3 of 3 chosen. No more can be chosen.']), { timeout: 3000 });
  });
});
