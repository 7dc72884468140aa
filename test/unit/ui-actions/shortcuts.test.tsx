import { cleanup, fireEvent, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listCommandOf } from '../../../src/ui/file-list/list-key';
import { CONTROL_ACTIONS } from '../../../src/ui/actions/registry';
import { LIST_KEYS } from '../../../src/ui/shortcuts/list-keys';
import { buildFile, buildFolder } from '../../support/drive-items';
import { renderView } from '../../support/render-view';

const items = [
  buildFolder({ name: 'Alpha' }),
  buildFile({ name: 'beta.txt' }),
  buildFile({ name: 'bravo.txt' }),
];

beforeEach(() => localStorage.clear());

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  localStorage.clear();
});

async function openSheet(...args: Parameters<typeof renderView>) {
  const view = renderView(...args);
  const inside = within(view.root);
  await view.list.click('beta.txt');
  await view.user.keyboard('?');
  const sheet = await inside.findByRole('dialog', { name: 'Keyboard shortcuts' });
  return { ...view, inside, sheet: within(sheet) };
}

describe('the sheet of keyboard shortcuts', () => {
  it('is opened by ? and by Ctrl+/, closed by Escape, and gives the focus back', async () => {
    const { user, inside, list } = await openSheet(items);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(inside.queryByRole('dialog')).toBeNull());
    expect(list.focused()).toBe('beta.txt');
    await user.keyboard('{Control>}/{/Control}');
    expect(await inside.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeDefined();
  });

  it('has a line for every key of an action', async () => {
    const { sheet } = await openSheet(items);
    const lines = sheet.getAllByRole('row').map((row) => row.textContent);
    for (const { id, keys } of CONTROL_ACTIONS) {
      if (!keys) continue;
      const written = keys.map((key) => key.replace('Control', 'Ctrl').replace('Delete', 'Del'));
      expect([
        id,
        lines.filter((line) => line.endsWith(written.join('')) && !line.endsWith(`+${written[0]}`)),
      ]).toEqual([id, [expect.any(String)]]);
    }
  });

  it('leaves out what the host does not allow', async () => {
    const { sheet } = await openSheet(items, { options: { actions: new Set(['rename'] as const) } });
    expect(sheet.getByRole('row', { name: /^Rename/ })).toBeDefined();
    expect(sheet.queryByRole('row', { name: /^Delete/ })).toBeNull();
  });
});

describe('keys of the list in the sheet', () => {
  const pressed = (combination: string) => {
    const words = combination.split('+');
    const key = words.at(-1) ?? '';
    return {
      key: key === 'Space' ? ' ' : key,
      ctrlKey: words.includes('Control'),
      metaKey: false,
      shiftKey: words.includes('Shift'),
      altKey: words.includes('Alt'),
    };
  };
  it.each(LIST_KEYS.flatMap(({ keys, does }) => keys.map((key) => [key, does] as const)))(
    '%s does what is told of it: %s',
    (key, does) => {
      expect(listCommandOf(pressed(key))?.kind).toBe(does);
    },
  );
});

describe('single characters', () => {
  it('do nothing once they are turned off, which is remembered; keys with Ctrl still work', async () => {
    const { sheet, user, inside, list, model } = await openSheet(items);
    await user.click(sheet.getByRole('switch', { name: /^Single letters and signs/ }));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(inside.queryByRole('dialog')).toBeNull());
    await user.keyboard('/?br');
    expect(inside.queryByRole('dialog')).toBeNull();
    expect(list.focused()).toBe('beta.txt');
    expect(model.folder.state.get().filter).toBe('');
    cleanup();
    const again = renderView(items);
    await again.list.click('beta.txt');
    await again.user.keyboard('?');
    expect(within(again.root).queryByRole('dialog')).toBeNull();
    await again.user.keyboard('{Control>}/{/Control}');
    const sheetAgain = within(await within(again.root).findByRole('dialog', { name: 'Keyboard shortcuts' }));
    await again.user.click(sheetAgain.getByRole('switch', { name: /^Single letters and signs/ }));
    await again.user.keyboard('{Escape}');
    await waitFor(() => expect(within(again.root).queryByRole('dialog')).toBeNull());
    await again.user.keyboard('br');
    expect(again.list.focused()).toBe('bravo.txt');
  });

  it('are letters in the search box, to which / goes', async () => {
    const { list, user, root } = renderView(items);
    const inside = within(root);
    await list.click('beta.txt');
    await user.keyboard('/');
    expect(inside.getByRole('searchbox', { name: 'Search' }).matches(':focus')).toBe(true);
    // The search box keeps its keys: nothing else takes them.
    const box = inside.getByRole('searchbox', { name: 'Search' });
    expect(['/', '?', 'F2'].map((key) => fireEvent.keyDown(box, { key }))).toEqual([true, true, true]);
    expect(inside.queryByRole('dialog')).toBeNull();
  });
});
