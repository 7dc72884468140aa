import { cleanup, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
// Real keys: where Tab goes is the browser's and Tabster's business.
import { userEvent } from 'vitest/browser';
import { buildFile, buildFiles, buildFolder } from '../../../support/drive-items';
import { buildRules } from '../../../support/pick-rules';
import { renderPicking } from './render-picking';

const documents = buildFolder({ name: 'Documents' });
const items = [
  documents,
  ...['a.pdf', 'b.pdf', 'c.pdf'].map((name) => buildFile({ name, size: 1024 * 1024 })),
];
const tree = (id: string) => (id === documents.id ? [buildFile({ name: 'deep.pdf' })] : items);

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

async function renderBasket() {
  const picking = await renderPicking(tree, { selection: 'multiple' });
  for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) await picking.check(name);
  return { ...picking, basket: await picking.openBasket() };
}

function wordsOf(rows: readonly HTMLElement[]) {
  return rows.map((row) => row.textContent.replaceAll(/[\u2068\u2069]/g, ''));
}

/** What lies around an open dialog is hidden from assistive technology, until a moment after it is closed. */
function outside(check: () => void) {
  return waitFor(check, { timeout: 5000 });
}

describe('the basket', () => {
  it('lists what is picked in every folder: name, place and size', async () => {
    const picking = await renderPicking(tree, { selection: 'multiple' });
    await picking.check('a.pdf');
    await picking.list.clickName('Documents');
    await picking.check('deep.pdf');
    const basket = await picking.openBasket();
    const rows = basket.getAllByRole('listitem');
    expect(within(rows[0] as HTMLElement).getByTitle('a.pdf')).toBeDefined();
    expect(wordsOf(rows)).toEqual(['a.pdfMy files1 MB', 'deep.pdfMy files › Documents24 kB']);
  });

  it('says of what came from the page where it lies only if that is known', async () => {
    const picking = await renderPicking([], { selection: 'multiple' });
    const given = (name: string, path?: readonly string[]) => ({
      item: { driveId: 'drive', id: name, name, size: 1024, parentReference: {} },
      path,
    });
    const { model, change } = picking;
    const basketOf = [given('somewhere.pdf'), given('top.pdf', []), given('deep.pdf', ['Reports'])];
    change(() => model.picker.start(buildRules(), basketOf));
    const basket = await picking.openBasket();
    expect(wordsOf(basket.getAllByRole('listitem'))).toEqual([
      'somewhere.pdf1 kB',
      'top.pdfMy files1 kB',
      'deep.pdfMy files › Reports1 kB',
    ]);
  });

  it('takes one out, and the focus goes to the next; the row is no longer selected', async () => {
    const { basket, user, focused, list } = await renderBasket();
    await user.click(basket.getByRole('button', { name: 'Remove b.pdf' }));
    expect(focused()).toBe(basket.getByRole('button', { name: 'Remove c.pdf' }));
    await userEvent.keyboard('{Delete}');
    expect(focused()).toBe(basket.getByRole('button', { name: 'Remove a.pdf' }));
    await userEvent.keyboard('{Escape}');
    await outside(() => expect(list.selected()).toEqual(['a.pdf']));
  });

  it('is one tab stop; arrows go through it', async () => {
    const { basket, focused } = await renderBasket();
    expect(focused()).toBe(basket.getByRole('button', { name: 'Close' }));
    await userEvent.tab();
    expect(focused()).toBe(basket.getByRole('button', { name: 'Remove a.pdf' }));
    await userEvent.keyboard('{End}');
    expect(focused()).toBe(basket.getByRole('button', { name: 'Remove c.pdf' }));
    await userEvent.keyboard('{ArrowUp}');
    expect(focused()).toBe(basket.getByRole('button', { name: 'Remove b.pdf' }));
    await userEvent.tab();
    expect(focused()).toBe(basket.getByRole('button', { name: 'Remove all' }));
  });

  it('closes with Escape, which ends nothing else, and gives the focus back', async () => {
    const { focused, button, screen, onCancel, list } = await renderBasket();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    await outside(() => expect(focused()).toBe(button('Show')));
    await outside(() => expect(list.selected()).toHaveLength(3));
    expect(onCancel).not.toHaveBeenCalled();
  });

  it('can be emptied at once: it closes, and the focus stays in the tray', async () => {
    const { basket, user, focused, button, screen, tray } = await renderBasket();
    await user.click(basket.getByRole('button', { name: 'Remove all' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(tray.getByText('Choose files')).toBeDefined();
    await outside(() => expect(focused()).toBe(button('Choose')));
  });

  it('holds a thousand items in the rows that are on the screen', async () => {
    const { openBasket, model, change, focused } = await renderPicking(buildFiles(1000), {
      selection: 'multiple',
    });
    change(() => model.picker.setSelection(() => ({ all: true, exceptions: new Set() })));
    const basket = await openBasket();
    expect(basket.getAllByRole('listitem').length).toBeLessThan(30);
    await userEvent.tab();
    await userEvent.keyboard('{End}');
    const last = model.folder.state.get().rows.at(-1);
    expect(focused()).toBe(basket.getByRole('button', { name: `Remove ${last?.name}` }));
  });
});
