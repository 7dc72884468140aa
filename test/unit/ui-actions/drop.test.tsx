import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { UploadSource } from '../../../src/transfer';
import { BreadcrumbBar } from '../../../src/ui/breadcrumb-bar';
import { DropZone } from '../../../src/ui/drop-zone';
import { FileList } from '../../../src/ui/file-list';
import { buildFile, buildFolder } from '../../support/drive-items';
import { renderControl } from './render-control';

interface Upload {
  readonly names: readonly string[];
  readonly folder: string;
}

function renderZone() {
  const uploads: Upload[] = [];
  const rendered = renderControl(
    <div style={{ height: 500, display: 'flex' }}>
      <DropZone>
        <BreadcrumbBar />
        <FileList />
        <input aria-label="field" />
      </DropZone>
    </div>,
    (fake) => ({
      transfers: {
        ...fake.transfers,
        upload: async (sources, folder) => {
          uploads.push({ names: sources.map(nameOf), folder: folder.name });
          return [];
        },
      },
    }),
  );
  const { folder } = rendered.control;
  act(() => {
    folder.show([buildFolder({ id: 'plans', name: 'Plans' }), buildFile({ id: 'note', name: 'note.txt' })]);
  });
  return { ...rendered, folder, uploads };
}

function nameOf(source: UploadSource): string {
  return source.kind === 'file' ? source.file.name : source.path.join('/');
}

function filesOf(...files: readonly File[]): DataTransfer {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  return data;
}

const NOTE = new File(['a'], 'a.txt');

/** A real event: the library's own would lose the files. */
function drag(target: Element, type: string, dataTransfer = filesOf(NOTE)): void {
  fireEvent(target, new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
}

function paste(target: Element, ...files: readonly File[]): void {
  const clipboardData = filesOf(...files);
  fireEvent(target, new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
}

const row = (name: string) => screen.getByRole('row', { name });
const frame = () => document.querySelector('[data-part=drop-frame]')?.getBoundingClientRect();

describe('files over a folder', () => {
  it('frame that folder alone, and go into it', async () => {
    const { uploads } = renderZone();
    const plans = row('Plans');
    drag(row('note.txt'), 'dragenter');
    expect(screen.getByText('Upload to My files')).toBeTruthy();
    expect(frame()?.height).toBeGreaterThan(300);
    drag(plans, 'dragenter');
    drag(plans, 'dragover');
    expect(screen.getByText('Upload to Plans')).toBeTruthy();
    const box = plans.getBoundingClientRect();
    expect(frame()).toMatchObject({ top: box.top, left: box.left, width: box.width, height: box.height });
    drag(plans, 'drop');
    await waitFor(() => expect(uploads).toEqual([{ names: ['a.txt'], folder: 'Plans' }]));
    expect(frame()).toBeUndefined();
  });

  it('of the path go into that one', async () => {
    const { uploads, folder } = renderZone();
    act(() => void folder.openPath(['Documents', '2026']));
    const crumb = screen.getByRole('button', { name: 'Documents' });
    drag(crumb, 'dragenter');
    expect(screen.getByText('Upload to Documents')).toBeTruthy();
    drag(crumb, 'drop');
    await waitFor(() => expect(uploads).toEqual([{ names: ['a.txt'], folder: 'Documents' }]));
  });

  it('beside which there is nothing go into the open one', async () => {
    const { uploads } = renderZone();
    drag(row('note.txt'), 'dragenter');
    drag(row('note.txt'), 'drop');
    await waitFor(() => expect(uploads).toEqual([{ names: ['a.txt'], folder: '' }]));
  });
});

describe('a folder under files that are held there', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const pass = (milliseconds: number) => act(() => void vi.advanceTimersByTime(milliseconds));

  it('opens after 800 ms', () => {
    const { folder } = renderZone();
    drag(row('Plans'), 'dragenter');
    pass(790);
    drag(row('Plans'), 'dragover');
    expect(folder.state.get().path.at(-1)?.name).toBe('');
    pass(10);
    expect(folder.state.get().path.at(-1)?.name).toBe('Plans');
  });

  it('stays closed where they are gone before', () => {
    const { folder } = renderZone();
    drag(row('Plans'), 'dragenter');
    pass(700);
    drag(row('note.txt'), 'dragenter');
    pass(5_000);
    drag(row('Plans'), 'dragenter');
    drag(row('Plans'), 'dragleave');
    pass(5_000);
    expect(folder.state.get().path.at(-1)?.name).toBe('');
  });
});

describe('what is pasted', () => {
  it('is called by its moment where it is a picture without a name', async () => {
    const { uploads } = renderZone();
    const lastModified = new Date(2026, 10, 22, 17, 20, 33).getTime();
    const picture = new File(['png'], 'image.png', { type: 'image/png', lastModified });
    paste(row('note.txt'), picture, new File(['x'], 'Holiday.png', { type: 'image/png' }), NOTE);
    const names = ['Picture 2026-11-22 17.20.33.png', 'Holiday.png', 'a.txt'];
    await waitFor(() => expect(uploads).toEqual([{ names, folder: '' }]));
  });

  it('into a field is the field’s', () => {
    const { uploads } = renderZone();
    paste(screen.getByLabelText('field'), NOTE);
    expect(uploads).toEqual([]);
  });
});

it('what could not be read stays named until it is closed, and the rest is uploaded', async () => {
  const { user, uploads } = renderZone();
  const data = filesOf(NOTE, new File(['b'], 'b.txt'));
  const gone = {
    name: 'gone.txt',
    isFile: true,
    isDirectory: false,
    file: (_resolve: unknown, reject: (reason: Error) => void) => reject(new Error('NotFoundError')),
  };
  Object.defineProperty(data, 'items', {
    value: [...data.items].map((item, index) => ({
      kind: 'file',
      webkitGetAsEntry: () => (index === 0 ? gone : null),
      getAsFile: () => item.getAsFile(),
    })),
  });
  drag(row('note.txt'), 'drop', data);
  await waitFor(() => expect(uploads).toEqual([{ names: ['b.txt'], folder: '' }]));
  expect(screen.getByText('gone.txt could not be read, and is not uploaded.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByText(/could not be read/)).toBeNull();
});

it('a row that is wanted is brought into view, with the focus', () => {
  const { folder, view } = renderZone();
  const items = Array.from({ length: 300 }, (_, index) =>
    buildFile({ id: `${index}`, name: `${index}.txt` }),
  );
  act(() => view.reveal.set('250'));
  act(() => folder.show(items));
  expect(document.activeElement).toBe(row('250.txt'));
  expect(view.reveal.get()).toBeUndefined();
});
