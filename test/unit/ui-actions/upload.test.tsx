import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { selectOnly } from '../../../src/drive';
import { CommandBar } from '../../../src/ui/command-bar';
import { DropZone } from '../../../src/ui/drop-zone';
import { sourcesFromInput } from '../../../src/ui/sources-from-input';
import { describeSource } from './fake-entries';
import { renderControl } from './render-control';

test('the command bar has its words and roles, and item commands only with a selection', async () => {
  const { user, control, view, container } = renderControl(<CommandBar />);
  expect(screen.getByRole('toolbar', { name: 'Commands' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
  const [item] = control.folder.state.get().rows;
  if (!item) throw new Error('The fake folder holds items.');
  act(() => control.folder.setSelection(() => selectOnly(item.id)));
  await user.click(screen.getByRole('button', { name: 'Download', hidden: true }));
  await user.click(screen.getByRole('button', { name: 'Rename', hidden: true }));
  expect(view.dialog.get()).toEqual({ kind: 'rename', items: [item] });
  await user.click(screen.getByRole('button', { name: 'Delete', hidden: true }));
  expect(view.dialog.get()).toEqual({ kind: 'delete', items: [item] });
  expect(control.calls).toEqual([`download:${item.name}`]);
  await user.click(screen.getByRole('button', { name: 'Clear selection' }));
  expect(screen.queryByText('1 selected')).toBeNull();
  expect(container.querySelectorAll('input[type=file]')).toHaveLength(2);
});

test('chosen files are uploaded into the open folder', async () => {
  const { control, container } = renderControl(<CommandBar />);
  const input = container.querySelector<HTMLInputElement>('input[data-upload=files]');
  if (!input) throw new Error('The chooser is rendered.');
  const data = new DataTransfer();
  data.items.add(new File(['a'], 'a.txt'));
  data.items.add(new File(['b'], 'b.txt'));
  input.files = data.files;
  fireEvent.change(input);
  expect(control.calls).toEqual(['upload:2']);
  expect(input.value).toBe('');
});

test('the filter follows the typing; Escape clears it', async () => {
  const { user, control } = renderControl(<CommandBar />);
  const box = screen.getByRole('searchbox', { name: 'Search' });
  await user.type(box, 'budget');
  expect(control.folder.state.get().filter).toBe('budget');
  await user.keyboard('{Escape}');
  expect(control.folder.state.get().filter).toBe('');
});

test('a chosen folder keeps its paths', () => {
  const file = new File(['x'], 'x.txt');
  Object.defineProperty(file, 'webkitRelativePath', { value: 'Trip/Photos/x.txt' });
  expect(sourcesFromInput([file]).map(describeSource)).toEqual(['file Trip/Photos/x.txt']);
});

test('files over the control show where they go; the page never sees the drop', async () => {
  const { control, container } = renderControl(
    <DropZone>
      <p>inside</p>
    </DropZone>,
  );
  const inside = screen.getByText('inside');
  const seen: string[] = [];
  for (const type of ['dragover', 'drop']) {
    container.ownerDocument.body.addEventListener(type, () => seen.push(type), { once: true });
  }
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(['a'], 'a.txt'));
  drag(inside, 'dragenter', dataTransfer);
  expect(screen.getByText('Upload to My files')).toBeTruthy();
  // Into a child and out of it: still over the control.
  drag(inside.parentElement ?? inside, 'dragenter', dataTransfer);
  drag(inside, 'dragleave', dataTransfer);
  expect(screen.getByText('Upload to My files')).toBeTruthy();
  expect(drag(inside, 'dragover', dataTransfer)).toBe(false);
  expect(drag(inside, 'drop', dataTransfer)).toBe(false);
  await waitFor(() => expect(control.calls).toEqual(['upload:1']));
  expect(screen.queryByText('Upload to My files')).toBeNull();
  expect(seen).toEqual([]);
});

test('pasted files are uploaded; text pasted into a field is left alone', async () => {
  const { control } = renderControl(
    <DropZone>
      <p>inside</p>
      <input aria-label="field" />
    </DropZone>,
  );
  const clipboardData = new DataTransfer();
  clipboardData.items.add(new File(['a'], 'shot.png'));
  for (const place of [screen.getByLabelText('field'), screen.getByText('inside')]) {
    fireEvent(place, new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
  }
  await waitFor(() => expect(control.calls).toEqual(['upload:1']));
});

/** A real event: the library's own would lose the files. False where the default was prevented. */
function drag(target: Element, type: string, dataTransfer: DataTransfer): boolean {
  return fireEvent(target, new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
}
