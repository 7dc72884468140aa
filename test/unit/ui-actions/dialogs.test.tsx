import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { DriveItem } from '../../../src/drive';
import { OneDriveError } from '../../../src/lib';
import { CommandBar } from '../../../src/ui/command-bar';
import { Overlays } from '../../../src/ui/overlays';
import { buildFile, buildFolder } from '../../support/drive-items';
import { createDeferred, renderControl } from './render-control';

const parts = (
  <>
    <CommandBar />
    <Overlays />
  </>
);

test('a new folder is made once, however often Create is pressed', async () => {
  const deferred = createDeferred<DriveItem>();
  const createFolder = vi.fn(() => deferred.promise);
  const { user, view, control } = renderControl(parts, (fake) => ({
    commands: { ...fake.commands, createFolder },
  }));
  await user.click(screen.getByRole('button', { name: 'New folder' }));
  const field = await screen.findByRole('textbox', { name: 'Folder name' });
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.keyboard('Plans{Enter}{Enter}');
  await user.click(screen.getByRole('button', { name: 'Creating…' }));
  expect(createFolder).toHaveBeenCalledTimes(1);
  await act(async () => deferred.resolve(buildFolder({ name: 'Plans' })));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(control.folder.state.get().activeId).toBe('folder:Plans');
  expect(control.folder.state.get().rows.some(({ name }) => name === 'Plans')).toBe(true);
  expect(view.announcement.get()).toBe('Folder Plans was created.');
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'New folder' })),
  );
});

test('a new folder is made where its dialog was opened, wherever the user goes meanwhile', async () => {
  const createFolder = vi.fn(async () => buildFolder({ name: 'Plans' }));
  const { user, view, control } = renderControl(parts, (fake) => ({
    commands: { ...fake.commands, createFolder },
  }));
  const parent = control.folder.state.get().path.at(-1);
  act(() => view.dialog.set({ kind: 'new-folder' }));
  const field = await screen.findByRole('textbox');
  await act(() => control.folder.openPath(['Pictures']));
  await user.type(field, 'Plans{Enter}');
  await waitFor(() => expect(createFolder).toHaveBeenCalledOnce());
  expect(createFolder.mock.calls[0]).toEqual([parent, 'Plans', expect.any(AbortSignal)]);
});

test('where the address could not be resolved nothing can be uploaded or made', async () => {
  const { control } = renderControl(parts, (fake) => {
    const { state } = fake.folder;
    const path = [{ driveId: '', id: '', name: 'No such folder' }];
    const unresolved = { get: () => resolved, subscribe: state.subscribe };
    const resolved = { ...state.get(), path };
    return { folder: { ...fake.folder, state: unresolved } };
  });
  const button = screen.getByRole('button', { name: 'New folder' });
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(screen.getByRole('button', { name: 'Upload' }).getAttribute('aria-disabled')).toBe('true');
  expect(screen.getByRole('button', { name: 'Refresh' }).getAttribute('aria-disabled')).not.toBe('true');
  expect(control.calls).toEqual([]);
});

test('a name that OneDrive refuses is explained while typing and repaired on demand', async () => {
  const { user, view, control } = renderControl(parts);
  act(() => view.dialog.set({ kind: 'new-folder' }));
  const field = await screen.findByRole('textbox');
  await user.type(field, 'a/b:c');
  expect(screen.getByText('A name can’t contain the characters / :')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Use “a-b-c” instead' }));
  expect(field).toHaveProperty('value', 'a-b-c');
  fireEvent.change(field, { target: { value: 'a\u0007b' } });
  expect(screen.getByText('A name can’t contain control characters.')).toBeTruthy();
  await user.clear(field);
  await user.keyboard('{Enter}');
  expect(await screen.findByText('Enter a name.')).toBeTruthy();
  await user.type(field, 'v1.');
  expect(screen.queryByText('A name can’t end with a dot.')).toBeNull();
  await user.keyboard('{Enter}');
  expect(await screen.findByText('A name can’t end with a dot.')).toBeTruthy();
  expect(control.calls).toEqual([]);
});

test('a taken name keeps the dialog open with its input', async () => {
  const { user, view } = renderControl(parts, (fake) => ({
    commands: {
      ...fake.commands,
      createFolder: () => Promise.reject(new OneDriveError('name-conflict', { status: 409 })),
    },
  }));
  act(() => view.dialog.set({ kind: 'new-folder' }));
  await user.type(await screen.findByRole('textbox'), 'Documents{Enter}');
  expect(await screen.findByText(/already an item called Documents/)).toBeTruthy();
  expect(screen.getByRole('textbox')).toHaveProperty('value', 'Documents');
});

test('Cancel while creating aborts', async () => {
  const signals: AbortSignal[] = [];
  const { user, view } = renderControl(parts, (fake) => ({
    commands: {
      ...fake.commands,
      createFolder: (_parent, _name, signal) => {
        if (signal) signals.push(signal);
        return new Promise(() => {});
      },
    },
  }));
  act(() => view.dialog.set({ kind: 'new-folder' }));
  await user.type(await screen.findByRole('textbox'), 'Plans{Enter}');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  expect(view.dialog.get()).toBeUndefined();
});

test('rename selects the base of the name, not its extension', async () => {
  const { user, view, control } = renderControl(parts);
  act(() => view.dialog.set({ kind: 'rename', items: [buildFile({ name: 'Report.final.docx' })] }));
  const field = await screen.findByRole('textbox', { name: 'New name' });
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.keyboard('Summary{Enter}');
  await waitFor(() => expect(control.calls).toEqual(['rename:Report.final.docx:Summary.docx']));
});

test('rename tells when somebody else was faster', async () => {
  const { user, view } = renderControl(parts, (fake) => ({
    commands: {
      ...fake.commands,
      rename: () => Promise.reject(new OneDriveError('changed-elsewhere', { status: 412 })),
    },
  }));
  act(() => view.dialog.set({ kind: 'rename', items: [buildFile()] }));
  await user.type(await screen.findByRole('textbox'), 'Other{Enter}');
  expect(await screen.findByText('Somebody else changed this meanwhile')).toBeTruthy();
});

test.each([
  ['offline', 'Check the network connection.'],
  ['throttled', 'It asked us to wait. Try again in a moment.'],
  ['not-found', 'It was deleted or moved.'],
] as const)('a dialog promises nothing that it does not do after %s', async (code, advice) => {
  const { user, view } = renderControl(parts, (fake) => ({
    commands: { ...fake.commands, rename: () => Promise.reject(new OneDriveError(code)) },
  }));
  act(() => view.dialog.set({ kind: 'rename', items: [buildFile()] }));
  await user.type(await screen.findByRole('textbox'), 'Other{Enter}');
  expect(await screen.findByText(advice, { exact: false })).toBeTruthy();
  expect(screen.getByRole('dialog').textContent).not.toMatch(/by itself|folder above/);
});

test.each([
  ['a rename', { kind: 'rename', items: [buildFile()] }],
  ['a new folder', { kind: 'new-folder' }],
] as const)('%s that finds nothing there shows the folder as it is now', async (_, request) => {
  const refresh = vi.fn();
  const fail = () => Promise.reject(new OneDriveError('not-found', { status: 404 }));
  const { user, view } = renderControl(parts, (fake) => ({
    folder: { ...fake.folder, refresh },
    commands: { ...fake.commands, rename: fail, createFolder: fail },
  }));
  act(() => view.dialog.set(request));
  await user.type(await screen.findByRole('textbox'), 'Other{Enter}');
  expect(await screen.findByText('This is no longer here')).toBeTruthy();
  expect(refresh).toHaveBeenCalledOnce();
});

test('delete starts on Cancel, says that there is no way back here, and leaves the rest to its line', async () => {
  const [kept, gone] = [buildFile({ name: 'Open.docx' }), buildFile({ name: 'Old.docx' })];
  const { user, view, operations } = renderControl(parts);
  act(() => view.dialog.set({ kind: 'delete', items: [kept, gone] }));
  const dialog = await screen.findByRole('dialog', { name: 'Delete 2 items?' });
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Cancel'));
  expect(within(dialog).getByText(/can’t be undone here/)).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
  expect(view.dialog.get()).toBeUndefined();
  expect(operations.all.get()).toMatchObject([{ kind: 'delete', entries: [{}, {}] }]);
});

test('delete says so where it can be undone right afterwards', async () => {
  const { view } = renderControl(
    parts,
    () => ({}),
    () => true,
  );
  act(() => view.dialog.set({ kind: 'delete', items: [buildFile()] }));
  expect(await screen.findByText('You can undo this right afterwards.')).toBeTruthy();
});

test('permission that is needed on the way hides the dialog, which comes back with its input', async () => {
  const deferred = createDeferred<DriveItem>();
  const { user, view, control } = renderControl(parts, (fake) => ({
    commands: {
      ...fake.commands,
      createFolder: () => {
        fake.permission.set({ status: 'asking', access: 'write', reason: 'create-folder' });
        return deferred.promise;
      },
    },
  }));
  act(() => view.dialog.set({ kind: 'new-folder' }));
  await user.type(await screen.findByRole('textbox'), 'Plans{Enter}');
  expect(await screen.findByText(/To create a folder, this page needs your permission/)).toBeTruthy();
  await waitFor(() => expect(screen.getAllByRole('dialog')).toHaveLength(1));
  await waitFor(() => expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true));
  await user.click(screen.getByRole('button', { name: 'Not now' }));
  expect(control.calls).toContain('declinePermission');
  await act(async () => deferred.reject(new OneDriveError('consent-declined')));
  expect(await screen.findByText('Permission was not given')).toBeTruthy();
  const field = screen.getByRole('textbox');
  expect(field).toHaveProperty('value', 'Plans');
  await waitFor(() => expect(document.activeElement).toBe(field));
});
