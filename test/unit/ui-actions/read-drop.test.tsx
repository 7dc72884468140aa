import { expect, test } from 'vitest';
import { readDrop, readEntries } from '../../../src/ui/read-drop';
import { describeSource, fakeDirectory, fakeFile } from './fake-entries';
import { makePlace, textOfHandle } from './real-handles';

test('dropped folders are read to the last batch, and empty ones are kept', async () => {
  const photos = Array.from({ length: 250 }, (_, index) => fakeFile(`${index}.jpg`));
  const broken = fakeFile('gone.txt', new Error('NotFoundError'));
  const trip = fakeDirectory('Trip', [fakeDirectory('Empty', []), fakeDirectory('Photos', photos), broken]);
  const { sources, unreadable } = await readEntries([{ entry: fakeFile('note.txt') }, { entry: trip }]);
  expect(unreadable).toEqual(['Trip/gone.txt']);
  expect(sources.slice(0, 5).map(describeSource)).toEqual([
    'file note.txt',
    'folder Trip',
    'folder Trip/Empty',
    'folder Trip/Photos',
    'file Trip/Photos/0.jpg',
  ]);
  expect(sources).toHaveLength(254);
});

test('dropped files come with their handles, those in folders too', async () => {
  const place = await makePlace(['note.txt', 'Trip/Photos/sea.jpg']);
  const trip = fakeDirectory('Trip', [fakeDirectory('Photos', [fakeFile('sea.jpg')])]);
  const { sources, unreadable } = await readDrop(
    dropOf(
      { entry: fakeFile('note.txt'), ask: () => place.getFileHandle('note.txt') },
      { entry: trip, ask: () => place.getDirectoryHandle('Trip') },
    ),
  );
  expect(sources.map(describeSource)).toEqual([
    'file note.txt',
    'folder Trip',
    'folder Trip/Photos',
    'file Trip/Photos/sea.jpg',
  ]);
  expect(await Promise.all(sources.map(textOfHandle))).toEqual([
    'note.txt',
    undefined,
    undefined,
    'Trip/Photos/sea.jpg',
  ]);
  expect(unreadable).toEqual([]);
});

test('a file that the browser keeps no handle of is uploaded without one', async () => {
  const place = await makePlace(['Trip/sea.jpg']);
  // Chromium shows a shortcut among the entries, and refuses its handle by its name.
  const trip = fakeDirectory('Trip', [fakeFile('Start.lnk'), fakeFile('sea.jpg')]);
  const refused = () => Promise.reject(new DOMException('system files', 'AbortError'));
  const { sources, unreadable } = await readDrop(
    dropOf(
      { entry: trip, ask: () => place.getDirectoryHandle('Trip') },
      { entry: fakeDirectory('Desktop', [fakeFile('plan.txt')]), ask: refused },
      { entry: fakeFile('old-browser.txt') },
      {
        entry: fakeFile('broken.txt'),
        ask: () => {
          throw new DOMException('not now', 'InvalidStateError');
        },
      },
    ),
  );
  expect(sources.map(describeSource)).toEqual([
    'folder Trip',
    'file Trip/Start.lnk',
    'file Trip/sea.jpg',
    'folder Desktop',
    'file Desktop/plan.txt',
    'file old-browser.txt',
    'file broken.txt',
  ]);
  expect((await Promise.all(sources.map(textOfHandle))).filter(Boolean)).toEqual(['Trip/sea.jpg']);
  expect(unreadable).toEqual([]);
});

test('a pasted file without an entry has its handle all the same; a pasted picture has none', async () => {
  const place = await makePlace(['copied.txt']);
  const { sources } = await readDrop(
    dropOf(
      { file: new File(['copied.txt'], 'copied.txt'), ask: () => place.getFileHandle('copied.txt') },
      { file: new File(['p'], 'image.png'), ask: async () => null },
    ),
  );
  expect(sources.map(describeSource)).toEqual(['file copied.txt', 'file image.png']);
  expect(await Promise.all(sources.map(textOfHandle))).toEqual(['copied.txt', undefined]);
});

test('every handle is asked for within the event: afterwards the browser has emptied the list', () => {
  const asked: string[] = [];
  const names = ['a.txt', 'b.txt', 'c.txt'];
  const items = names.map((name) => ({
    entry: fakeFile(name),
    ask: () => {
      asked.push(name);
      return new Promise<null>(() => undefined);
    },
  }));
  void readDrop(dropOf(...items));
  expect(asked).toEqual(names);
});

interface DroppedThing {
  readonly entry?: FileSystemEntry;
  readonly file?: File;
  readonly ask?: () => Promise<FileSystemHandle | null>;
}

function dropOf(...things: readonly DroppedThing[]): DataTransfer {
  const items = things.map(({ entry, file, ask }) => ({
    kind: 'file',
    webkitGetAsEntry: () => entry ?? null,
    getAsFile: () => file ?? null,
    ...(ask && { getAsFileSystemHandle: ask }),
  }));
  return Object.assign(Object.create(null) as DataTransfer, { items });
}
