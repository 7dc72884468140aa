import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { DriveItem } from '../../../src/drive';
import { Operations, Overlays } from '../../../src/ui/overlays';
import { buildFile } from '../../support/drive-items';
import { renderControl } from './render-control';

const parts = (
  <>
    <Operations />
    <Overlays />
  </>
);

/** The dialog over items that the open folder holds; `renamed` tells what was sent. */
async function renderDialog(items: readonly DriveItem[]) {
  const renamed: string[] = [];
  const rendered = renderControl(parts, (fake) => ({
    commands: {
      ...fake.commands,
      rename: async (item, name) => {
        renamed.push(`${item.name} → ${name}`);
        return { ...item, name };
      },
    },
  }));
  act(() => rendered.control.folder.apply({ changed: items }));
  act(() => rendered.view.dialog.set({ kind: 'rename', items }));
  const dialog = within(await screen.findByRole('dialog'));
  const preview = within(dialog.getByRole('table', { name: 'New names' }));
  const type = async (field: string, value: string) => {
    const input = dialog.getByRole('textbox', { name: field });
    await rendered.user.clear(input);
    await rendered.user.type(input, value);
  };
  return { ...rendered, dialog, preview, type, renamed };
}

const named = (...names: readonly string[]) => names.map((name) => buildFile({ name }));

test('what is wrong is left out, says why, and the rest is renamed in one operation', async () => {
  const { dialog, preview, type, renamed, user, view } = await renderDialog(
    named('draft 1.txt', 'draft 2.txt', 'Draft 3.txt', 'final 3.txt', 'note.txt'),
  );
  await type('Find', 'draft');
  await type('Replace with', 'final');
  await waitFor(() => expect(dialog.getByRole('status').textContent).toContain('2 items get a new name'));
  expect(dialog.getByRole('status').textContent).toBe('2 items get a new name, 1 is left out.');
  expect(preview.getByText('Left out. final 3.txt is here already.')).toBeTruthy();
  expect(preview.getAllByText('Keeps its name')).toHaveLength(2);
  await user.click(dialog.getByRole('checkbox', { name: 'Match case' }));
  await waitFor(() => expect(preview.getAllByText('Keeps its name')).toHaveLength(3));
  await user.click(dialog.getByRole('button', { name: 'Rename 2 items' }));
  await waitFor(() => expect(renamed).toEqual(['draft 1.txt → final 1.txt', 'draft 2.txt → final 2.txt']));
  expect(view.dialog.get()).toBeUndefined();
  expect(await screen.findByText('2 items have new names')).toBeTruthy();
});

test('without anything to rename nothing is begun, and Enter begins nothing', async () => {
  const { dialog, type, renamed, user, view } = await renderDialog(named('a.txt', 'b.txt'));
  await type('Find', 'zzz');
  await user.keyboard('{Enter}');
  expect(dialog.getByRole('button', { name: 'Rename' }).getAttribute('aria-disabled')).toBe('true');
  await user.selectOptions(dialog.getByRole('combobox', { name: 'How' }), 'Name and number');
  await type('First number', '1e3');
  expect(dialog.getByText('Enter a whole number from 0 to 999,999.')).toBeTruthy();
  await user.keyboard('{Enter}');
  expect(view.dialog.get()?.kind).toBe('rename');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(view.dialog.get()).toBeUndefined());
  expect(renamed).toEqual([]);
});

test('of thousands only the names in view are there, and all of them are counted', async () => {
  const items = Array.from({ length: 3000 }, (_, index) => buildFile({ name: `scan ${index}.pdf` }));
  const { dialog, preview, type, user } = await renderDialog(items);
  await user.selectOptions(dialog.getByRole('combobox', { name: 'How' }), 'Add text');
  await type('Before the name', '2026 ');
  await waitFor(() => expect(dialog.getByRole('status').textContent).toBe('3,000 items get a new name.'));
  expect(preview.getAllByRole('row').length).toBeLessThan(40);
  expect(dialog.getByRole('table').getAttribute('aria-rowcount')).toBe('3001');
  expect(preview.getByText('2026 scan 0.pdf')).toBeTruthy();
});
