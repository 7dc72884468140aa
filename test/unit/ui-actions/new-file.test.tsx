import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { OneDriveError } from '../../../src/lib';
import { buildFile } from '../../support/drive-items';
import { renderView } from '../../support/render-view';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

async function ask(kind: string, ...args: Parameters<typeof renderView>) {
  const open = vi.spyOn(window, 'open').mockReturnValue(null);
  const view = renderView(...args);
  const inside = within(view.root);
  await view.user.click(inside.getByRole('button', { name: 'New document' }));
  await view.user.click(await inside.findByRole('menuitem', { name: kind }));
  const dialog = within(await inside.findByRole('dialog', { name: kind }));
  return {
    ...view,
    inside,
    dialog,
    open,
    field: dialog.getByRole<HTMLInputElement>('textbox', { name: 'Name' }),
  };
}

it.each([
  ['Word document', 'Document.docx'],
  ['Excel workbook', 'Book.xlsx'],
  ['PowerPoint presentation', 'Presentation.pptx'],
])('a new %s is named, made, shown in the list and in its program', async (kind, name) => {
  const { user, list, field, model, open, inside } = await ask(kind, [buildFile({ name: 'a.txt' })]);
  expect(field.value).toBe(name);
  expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe(name.split('.')[0]);
  const made = `Plan.${name.split('.')[1]}`;
  fireEvent.change(field, { target: { value: made } });
  await user.keyboard('{Enter}');
  await waitFor(() => expect(model.calls).toEqual([`createFile:${made}`]));
  await waitFor(() => expect(inside.queryByRole('dialog')).toBeNull());
  expect(list.names()).toContain(made);
  expect(open).toHaveBeenCalledExactlyOnceWith(
    expect.stringMatching(/^https:/),
    '_blank',
    'noopener,noreferrer',
  );
});

it('a text file may end as somebody likes, and opens nothing', async () => {
  const { user, field, model, open } = await ask('Text file');
  expect(field.value).toBe('Text.txt');
  fireEvent.change(field, { target: { value: 'notes.md' } });
  await user.keyboard('{Enter}');
  await waitFor(() => expect(model.calls).toEqual(['createFile:notes.md']));
  expect(open).not.toHaveBeenCalled();
});

it('a document keeps the end of its name, by which its program knows it', async () => {
  const { user, field, model } = await ask('Word document');
  fireEvent.change(field, { target: { value: 'Letter v1.2' } });
  await user.keyboard('{Enter}');
  await waitFor(() => expect(model.calls).toEqual(['createFile:Letter v1.2.docx']));
});

it('a name that is taken is not proposed; one that is taken meanwhile is told of at the field', async () => {
  const { user, field, dialog, inside } = await ask(
    'Word document',
    [buildFile({ name: 'document.DOCX' })],
    {},
    (model) => {
      Object.assign(model.commands, {
        createFile: () => Promise.reject(new OneDriveError('name-conflict')),
      });
    },
  );
  expect(field.value).toBe('Document 1.docx');
  await user.keyboard('{Enter}');
  expect(await dialog.findByText(/There is already an item called Document 1.docx here/)).toBeDefined();
  expect(inside.getByRole('dialog', { name: 'Word document' })).toBeDefined();
});

it('is not offered where the host does not allow it', () => {
  const { root } = renderView([], { options: { actions: new Set(['upload'] as const) } });
  expect(within(root).queryByRole('button', { name: 'New document' })).toBeNull();
  expect(screen.queryByRole('menu')).toBeNull();
});
