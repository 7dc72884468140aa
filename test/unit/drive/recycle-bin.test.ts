import { expect, test } from 'vitest';
import { listDeleted } from '../../../src/drive/elsewhere/list-deleted';
import { findRecycleBins } from '../../../src/drive/elsewhere/recycle-bins';
import type { DriveItem, Graph } from '../../../src/graph';
import { createStore, OneDriveError } from '../../../src/lib';
import { buildFile, buildFolder } from '../../support/drive-items';

/** A drive, and what its service says by path. */
function setUp(
  root: DriveItem,
  deleted: readonly DriveItem[],
  answers: Readonly<Record<string, unknown>> = {},
) {
  const asked: string[] = [];
  const graph: Partial<Graph> = {
    get: async ({ path, query }, parse) => {
      asked.push(path);
      if (path.includes('/items/')) expect(query).toMatchObject({ includeDeletedItems: 'true' });
      const answer = answers[path];
      if (answer instanceof OneDriveError) throw answer;
      if (answer === undefined) throw new OneDriveError('not-found');
      return parse(answer);
    },
  };
  const requests = { root: async () => root };
  return { asked, parts: { graph: graph as Graph, requests, deleted: createStore(deleted) } };
}

const WORK = buildFolder({
  id: 'top',
  root: {},
  webUrl: 'https://contoso-my.sharepoint.com/personal/ada_contoso_com/Documents',
  parentReference: { driveId: 'drive', driveType: 'business' },
});
const HOME = buildFolder({
  id: 'top',
  root: {},
  parentReference: { driveId: 'drive', driveType: 'personal' },
});
const gone = (id: string, rest: object = {}) => ({
  id,
  name: `${id}.txt`,
  parentReference: { driveId: 'drive', id: 'top', path: '/drive/root:' },
  deleted: { state: 'deleted' },
  ...rest,
});

test('a personal drive is asked of each whether it still lies there; nobody has told its name', async () => {
  const known = ['a', 'b', 'c', 'd'].map((id) => buildFile({ id, name: '' }));
  const { parts } = setUp(HOME, known, {
    '/drives/drive/items/a': gone('a'),
    // Taken out meanwhile.
    '/drives/drive/items/b': gone('b', { deleted: undefined }),
    // In a folder that lies there, too.
    '/drives/drive/items/c': gone('c', { parentReference: { driveId: 'drive', id: 'a' } }),
  });
  const rows = await listDeleted(parts);
  expect(rows.map(({ name }) => name)).toEqual(['a.txt']);
  expect(rows[0]).toMatchObject({ isDeleted: true, unreachable: { code: 'not-found' } });
});

test('a work drive says nothing of its bin: what was deleted here stands there, nobody is asked', async () => {
  const path = '/drives/drive/root:/Documents';
  const own = buildFile({ id: 'a', parentReference: { driveId: 'drive', id: 'x', path } });
  const others = buildFile({
    id: 'b',
    driveId: 'other',
    parentReference: { driveId: 'other', id: 'y', path },
  });
  const { asked, parts } = setUp(WORK, [own, others]);
  const rows = await listDeleted(parts);
  expect(asked).toEqual([]);
  // What somebody else calls their folders is not known.
  expect(rows.map(({ parentReference }) => parentReference.path)).toEqual([path, undefined]);
});

test('other failures than a missing item are told', async () => {
  const { parts } = setUp(HOME, [buildFile({ id: 'a' })]);
  const graph = { ...parts.graph, get: () => Promise.reject(new OneDriveError('offline')) };
  await expect(listDeleted({ ...parts, graph })).rejects.toMatchObject({ code: 'offline' });
});

test('the page of a bin is that of the site in which the library lies', async () => {
  const deleted = [buildFile({ id: 'a' }), buildFile({ id: 'b', driveId: 'lib' })];
  const { parts } = setUp(WORK, deleted, {
    '/drives/lib': {
      id: 'lib',
      name: 'Plans',
      webUrl: 'https://contoso.sharepoint.com/sites/a/sub/My%20Plans',
    },
  });
  expect(await findRecycleBins(parts)).toEqual({
    isPersonal: false,
    pages: [
      {
        name: '',
        address:
          'https://contoso-my.sharepoint.com/personal/ada_contoso_com/_layouts/15/onedrive.aspx?view=5',
      },
      { name: 'Plans', address: 'https://contoso.sharepoint.com/sites/a/sub/_layouts/15/RecycleBin.aspx' },
    ],
  });
});

test('a personal bin has one page for everybody', async () => {
  const { parts } = setUp(HOME, []);
  expect(await findRecycleBins(parts)).toEqual({
    isPersonal: true,
    pages: [{ name: '', address: 'https://onedrive.live.com/?v=recyclebin' }],
  });
});

test('what is closed to the user by now takes nothing else of the bin with it', async () => {
  const closed = new OneDriveError('access-denied');
  const known = ['a', 'b'].map((id) => buildFile({ id }));
  const home = setUp(HOME, known, { '/drives/drive/items/a': closed, '/drives/drive/items/b': gone('b') });
  expect((await listDeleted(home.parts)).map(({ id }) => id)).toEqual(['b']);

  const others = ['lib', 'left'].map((driveId) => buildFile({ id: driveId, driveId }));
  const work = setUp(WORK, others, { '/drives/lib': closed });
  expect((await findRecycleBins(work.parts)).pages.map(({ name }) => name)).toEqual(['']);
});
