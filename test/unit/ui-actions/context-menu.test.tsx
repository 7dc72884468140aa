import { cleanup, fireEvent, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { buildFile, buildFolder } from '../../support/drive-items';
import { buildRules } from '../../support/pick-rules';
import { renderView } from '../../support/render-view';

const items = [
  buildFolder({ name: 'Alpha' }),
  buildFile({ name: 'beta.txt' }),
  buildFile({ name: 'gamma.txt' }),
  buildFile({ name: 'delta.txt' }),
];

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

function renderMenus(...args: Parameters<typeof renderView>) {
  const view = renderView(...args);
  const inside = within(view.root);
  return {
    ...view,
    inside,
    rightClick: (name: string) =>
      view.user.pointer({
        keys: '[MouseRight]',
        target: view.list.row(name),
        coords: { clientX: 60, clientY: 200 },
      }),
    menu: (name: string) => inside.findByRole('menu', { name }),
    labels: () => inside.getAllByRole('menuitem').map((item) => item.textContent ?? ''),
  };
}

describe('the menu of rows', () => {
  it('selects the row that it is opened on, and opens where the pointer is', async () => {
    const { list, rightClick, menu } = renderMenus(items);
    await list.click('beta.txt');
    await rightClick('gamma.txt');
    const opened = await menu('Actions for gamma.txt');
    expect(list.selected()).toEqual(['gamma.txt']);
    await waitFor(() => {
      const { left, top } = opened.getBoundingClientRect();
      expect(Math.abs(left - 60)).toBeLessThan(12);
      expect(Math.abs(top - 200)).toBeLessThan(12);
    });
  });

  it('keeps a selection that the row belongs to, and is for all of it', async () => {
    const { list, rightClick, menu, inside, user } = renderMenus(items);
    await list.check('beta.txt');
    await list.check('gamma.txt');
    await rightClick('gamma.txt');
    await menu('Actions for 2 items');
    expect(list.selected()).toEqual(['beta.txt', 'gamma.txt']);
    const preview = inside.getByRole('menuitem', { name: /^Preview/ });
    expect(preview.getAttribute('aria-disabled')).toBe('true');
    expect(preview.textContent).toContain('Select one item only');
    await user.click(inside.getByRole('menuitem', { name: 'Delete' }));
    expect(await inside.findByRole('dialog', { name: 'Delete 2 items?' })).toBeDefined();
  });

  it.each(['{Shift>}{F10}{/Shift}', '{ContextMenu}'])(
    'opens with %s at the row that has the focus',
    async (keys) => {
      const { list, user, menu, inside } = renderMenus(items);
      await list.click('beta.txt');
      await user.keyboard(keys);
      await menu('Actions for beta.txt');
      const [first] = inside.getAllByRole('menuitem');
      await waitFor(() => expect(first?.matches(':focus')).toBe(true));
      await user.keyboard('{Escape}');
      await waitFor(() => expect(inside.queryByRole('menu')).toBeNull());
      expect(list.focused()).toBe('beta.txt');
      // Escape has closed the menu, and nothing else.
      expect(list.selected()).toEqual(['beta.txt']);
    },
  );

  it('opens by the button of the row, which is named after it', async () => {
    const { inside, user, menu, list } = renderMenus(items);
    await user.click(inside.getByRole('button', { name: 'More actions for delta.txt' }));
    await menu('Actions for delta.txt');
    expect(list.selected()).toEqual(['delta.txt']);
  });

  it('gives the focus back to the row, and so does the dialog that it opens', async () => {
    const { list, rightClick, menu, inside, user } = renderMenus(items);
    await rightClick('beta.txt');
    await menu('Actions for beta.txt');
    await user.click(inside.getByRole('menuitem', { name: 'Rename' }));
    await inside.findByRole('dialog', { name: 'Rename' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(list.focused()).toBe('beta.txt'));
  });

  it('opens a folder, and shows it at Microsoft', async () => {
    const open = vi.spyOn(window, 'open').mockReturnValue(null);
    const { rightClick, menu, inside, user, model } = renderMenus((id) => (id === 'root' ? items : []));
    await rightClick('Alpha');
    await menu('Actions for Alpha');
    await user.click(inside.getByRole('menuitem', { name: 'Open in OneDrive' }));
    expect(open).toHaveBeenCalledExactlyOnceWith(
      expect.stringMatching(/^https:/),
      '_blank',
      'noopener,noreferrer',
    );
    await rightClick('Alpha');
    await menu('Actions for Alpha');
    await user.click(inside.getByRole('menuitem', { name: 'Open' }));
    expect(model.folder.state.get().path.at(-1)?.name).toBe('Alpha');
  });

  it('has only what the host allows', async () => {
    const actions = new Set(['download'] as const);
    const { rightClick, menu, labels } = renderMenus(items, { options: { actions } });
    await rightClick('beta.txt');
    await menu('Actions for beta.txt');
    expect(labels()).toEqual(['PreviewAlt+P', 'Open in OneDrive', 'Download', 'Details']);
  });

  it('is for the row alone while picking, and chooses nothing', async () => {
    const { rightClick, menu, model, labels } = renderMenus(
      items,
      { options: { actions: new Set() } },
      ({ picker }) => picker.start(buildRules({ selection: 'multiple' })),
    );
    await rightClick('beta.txt');
    await menu('Actions for beta.txt');
    expect(labels()).toEqual(['PreviewAlt+P', 'Open in OneDrive', 'Details']);
    expect(model.picker.state.get()).toMatchObject({ basket: [] });
  });
});

describe('the menu of the place beside the rows', () => {
  it('is for the folder: nothing is selected, and something new can be made', async () => {
    const { list, root, user, menu, inside, labels } = renderMenus(items);
    await list.click('beta.txt');
    const surface = root.querySelector<HTMLElement>('[data-part=rows]');
    await user.pointer({ keys: '[MouseRight]', ...(surface && { target: surface }) });
    await menu('Actions in this folder');
    expect(list.selected()).toEqual([]);
    expect(labels().map((label) => label.replace(/(Alt|Ctrl)\+.$|\?$/, ''))).toEqual([
      'New folder',
      'Word document',
      'Excel workbook',
      'PowerPoint presentation',
      'Text file',
      'Upload files',
      'Upload a folder',
      'DetailsAlt+Enter',
      'Refresh',
      'Split view',
      'Keyboard shortcuts',
    ]);
    await user.click(inside.getByRole('menuitem', { name: 'New folder' }));
    expect(await inside.findByRole('dialog', { name: 'New folder' })).toBeDefined();
  });

  it('opens in an empty folder as well, by the pointer and by the key', async () => {
    const { root, user, menu, inside } = renderMenus([]);
    const title = inside.getByRole('heading', { name: 'This folder is empty' });
    await user.pointer({ keys: '[MouseRight]', target: title });
    await menu('Actions in this folder');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(inside.queryByRole('menu')).toBeNull());
    root.querySelector<HTMLElement>('[tabindex="-1"]:has([role=grid])')?.focus();
    await user.keyboard('{Shift>}{F10}{/Shift}');
    await menu('Actions in this folder');
  });

  it('leaves the browser’s own menu to the head of the list', async () => {
    const { inside } = renderMenus(items);
    expect(fireEvent.contextMenu(inside.getByRole('button', { name: 'Name' }))).toBe(true);
    expect(inside.queryByRole('menu')).toBeNull();
  });
});

it('a long press selects, and opens nothing; the button of the row opens the menu', async () => {
  const { list, user, inside, menu } = renderMenus(items);
  await user.pointer({ keys: '[TouchA>]', target: list.row('beta.txt') });
  await waitFor(() => expect(list.selected()).toEqual(['beta.txt']));
  expect(fireEvent.contextMenu(list.row('beta.txt'))).toBe(false);
  await user.pointer({ keys: '[/TouchA]' });
  expect(inside.queryByRole('menu')).toBeNull();
  await user.pointer({
    keys: '[TouchA]',
    target: inside.getByRole('button', { name: 'More actions for beta.txt' }),
  });
  await menu('Actions for beta.txt');
});
