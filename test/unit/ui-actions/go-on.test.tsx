import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Need, TransferTask } from '../../../src/transfer';
import { TransferPanel } from '../../../src/ui/transfers';
import { renderControl } from './render-control';

afterEach(() => vi.unstubAllGlobals());

function interrupted(name: string, needs: Need): TransferTask {
  const folder = { driveId: 'drive', id: 'reports', name: 'Reports' };
  return {
    id: `id of ${name}`,
    kind: 'upload',
    content: 'file',
    name,
    folder,
    size: 9,
    state: { status: 'interrupted', needs },
  };
}

/** The open panel, with what its buttons have asked the queue for. */
async function renderPanel(...tasks: readonly TransferTask[]) {
  const asked: string[] = [];
  const rendered = renderControl(<TransferPanel />, (fake) => ({
    transfers: {
      ...fake.transfers,
      resume: (id) => void asked.push(`resume ${id}`),
      provide: async (files, id, handles) => {
        const names = files.map((file) => file.name + (handles?.has(file) ? ' with its handle' : ''));
        asked.push(`provide ${names.join(', ')} for ${id}`);
        return [];
      },
    },
  }));
  act(() => rendered.control.tasks.set(tasks));
  const expand = screen.queryByRole('button', { name: 'Expand' });
  if (expand) await rendered.user.click(expand);
  return { ...rendered, asked };
}

test('an upload whose file may not be read is resumed from the click: only there the browser asks', async () => {
  const { asked, user } = await renderPanel(interrupted('Film.mp4', 'permission'));
  expect(screen.getByText(/the browser asks whether the file may be read again/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Choose Film.mp4 again' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Resume Film.mp4' }));
  expect(asked).toEqual(['resume id of Film.mp4']);
});

test('an upload whose file is unknown takes it again, with others, and the same one twice', async () => {
  const { asked, user, container } = await renderPanel(interrupted('Film.mp4', 'file'));
  expect(screen.queryByRole('button', { name: 'Resume Film.mp4' })).toBeNull();
  const input = container.ownerDocument.querySelector<HTMLInputElement>('input[data-upload=again]');
  if (!input) throw new Error('The chooser is rendered.');
  vi.stubGlobal('showOpenFilePicker', undefined);
  const openInput = vi.spyOn(input, 'click').mockReturnValue();
  await user.click(screen.getByRole('button', { name: 'Choose Film.mp4 again' }));
  expect(openInput).toHaveBeenCalledOnce();
  for (const count of [1, 2]) {
    const data = new DataTransfer();
    data.items.add(new File(['a'], 'Film.mp4'));
    data.items.add(new File(['b'], 'Other.mp4'));
    input.files = data.files;
    fireEvent.change(input);
    expect(asked).toHaveLength(count);
    expect(input.value).toBe('');
  }
  expect(new Set(asked)).toEqual(new Set(['provide Film.mp4, Other.mp4 for id of Film.mp4']));
});

test('chosen again by the browser’s own picker, it comes with its handle', async () => {
  const file = new File(['a'], 'Film.mp4');
  vi.stubGlobal('showOpenFilePicker', async () => [{ name: file.name, getFile: async () => file }]);
  const { asked, user } = await renderPanel(interrupted('Film.mp4', 'file'));
  await user.click(screen.getByRole('button', { name: 'Choose Film.mp4 again' }));
  await vi.waitFor(() => expect(asked).toEqual(['provide Film.mp4 with its handle for id of Film.mp4']));
});
