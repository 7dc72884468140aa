import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { UploadSource } from '../../../src/transfer';
import { CommandBar } from '../../../src/ui/command-bar';
import { DropZone } from '../../../src/ui/drop-zone';
import { EmptyFolder } from '../../../src/ui/list-states/empty-folder';
import { describeSource } from './fake-entries';
import { makePlace, textOfHandle } from './real-handles';
import { renderControl } from './render-control';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

type Picker = (options: object) => Promise<readonly Pick<FileSystemFileHandle, 'name' | 'getFile'>[]>;

/** The control with what a user presses; every input that is asked to open is counted instead. */
function renderChooser(picker: Picker | undefined) {
  const ask = vi.fn(picker);
  vi.stubGlobal('showOpenFilePicker', picker && ask);
  const openInput = vi.spyOn(HTMLInputElement.prototype, 'click').mockReturnValue();
  const uploads: UploadSource[][] = [];
  const rendered = renderControl(
    <DropZone>
      <CommandBar />
      <EmptyFolder />
    </DropZone>,
    (fake) => ({
      transfers: {
        ...fake.transfers,
        upload: async (sources) => {
          uploads.push([...sources]);
          return [];
        },
      },
    }),
  );
  const { user } = rendered;
  const press = async () => {
    await user.click(await screen.findByRole('button', { name: 'Upload' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Files' }));
  };
  return { ask, openInput, uploads, press, user };
}

const refusal = (name: string) => () => Promise.reject(new DOMException('no', name));

test('chosen files come with their handles, in the order chosen', async () => {
  const place = await makePlace(['a.txt', 'b.txt']);
  const picker = () => Promise.all(['b.txt', 'a.txt'].map((name) => place.getFileHandle(name)));
  const { ask, openInput, uploads, press } = renderChooser(picker);
  await press();
  await waitFor(() => expect(uploads).toHaveLength(1));
  expect(uploads[0]?.map(describeSource)).toEqual(['file b.txt', 'file a.txt']);
  expect(await Promise.all((uploads[0] ?? []).map(textOfHandle))).toEqual(['b.txt', 'a.txt']);
  expect(ask).toHaveBeenCalledExactlyOnceWith({ multiple: true });
  expect(openInput).not.toHaveBeenCalled();
});

test('an empty folder asks in the same way', async () => {
  const place = await makePlace(['a.txt']);
  const { openInput, uploads, user } = renderChooser(async () => [await place.getFileHandle('a.txt')]);
  await user.click(await screen.findByRole('button', { name: 'Add files' }));
  await waitFor(() => expect(uploads).toHaveLength(1));
  expect(await Promise.all((uploads[0] ?? []).map(textOfHandle))).toEqual(['a.txt']);
  expect(openInput).not.toHaveBeenCalled();
});

test('who chooses nothing is not asked again', async () => {
  const { ask, openInput, uploads, press } = renderChooser(refusal('AbortError'));
  await press();
  await waitFor(() => expect(ask).toHaveBeenCalledOnce());
  expect(openInput).not.toHaveBeenCalled();
  expect(uploads).toEqual([]);
});

test.each(['SecurityError', 'NotAllowedError'])('after %s the input opens', async (name) => {
  const { openInput, uploads, press } = renderChooser(refusal(name));
  await press();
  await waitFor(() => expect(openInput).toHaveBeenCalledOnce());
  expect(openInput.mock.contexts[0]).toHaveProperty('dataset.upload', 'files');
  expect(uploads).toEqual([]);
});

test('without a picker, and on a telephone, the input opens', async () => {
  const old = renderChooser(undefined);
  await old.press();
  expect(old.openInput).toHaveBeenCalledOnce();
  vi.restoreAllMocks();
  vi.spyOn(navigator, 'userAgentData' as never, 'get').mockReturnValue({ mobile: true } as never);
  const telephone = renderChooser(async () => []);
  await telephone.press();
  expect(telephone.openInput).toHaveBeenCalledOnce();
  expect(telephone.ask).not.toHaveBeenCalled();
});

test('a chosen file that cannot be opened is named, and the others are uploaded', async () => {
  const place = await makePlace(['a.txt']);
  const gone = { name: 'gone.txt', getFile: refusal('NotFoundError') };
  const { uploads, press, user } = renderChooser(async () => [gone, await place.getFileHandle('a.txt')]);
  await press();
  await waitFor(() => expect(uploads[0]?.map(describeSource)).toEqual(['file a.txt']));
  expect(await screen.findByText(/gone\.txt/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByText(/gone\.txt/)).toBeNull();
});
