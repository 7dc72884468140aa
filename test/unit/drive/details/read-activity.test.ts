import { expect, test } from 'vitest';
import { readActivity } from '../../../../src/drive/details/read-activity';
import type { DriveItem, Graph } from '../../../../src/graph';
import { OneDriveError } from '../../../../src/lib';
import { buildFile } from '../../../support/drive-items';

const by = (displayName: string) => ({ user: { displayName } });
const FACTS = {
  id: 'f',
  createdDateTime: '2026-01-01T10:00:00Z',
  createdBy: by('Ada'),
  lastModifiedDateTime: '2026-03-01T10:00:00Z',
  lastModifiedBy: by('Bob'),
  parentReference: { driveId: 'drive', driveType: 'business' },
  shared: { scope: 'users', sharedDateTime: '2026-02-01T10:00:00Z', sharedBy: by('Ada') },
};
const VERSIONS = {
  value: [
    { id: '2.0', lastModifiedDateTime: '2026-03-01T10:00:00Z', lastModifiedBy: by('Bob') },
    { id: '1.0', lastModifiedDateTime: '2026-01-01T10:00:01Z', lastModifiedBy: by('Ada') },
  ],
};

/** What the service says, by how the address ends. */
function read(item: DriveItem, answers: Readonly<Record<string, unknown>>) {
  const asked: string[] = [];
  const graph: Partial<Graph> = {
    get: async ({ path, together }, parse) => {
      expect(together).toBe(true);
      const end = path.split('/').at(-1) ?? '';
      asked.push(end);
      const answer = answers[end];
      if (answer instanceof OneDriveError) throw answer;
      return parse(answer);
    },
  };
  const reading = readActivity(graph as Graph, item, new AbortController().signal);
  return { reading, asked };
}

const FILE = buildFile({ id: 'f', parentReference: { driveId: 'drive', driveType: 'business' } });

test('who did what, the newest first; the first version is the making', async () => {
  const { reading } = read(FILE, {
    f: FACTS,
    versions: VERSIONS,
    allTime: { access: { actionCount: 12, actorCount: 4 } },
    lastSevenDays: {},
  });
  const { views, events } = await reading;
  expect(views).toEqual({ allTime: { actions: 12, people: 4 }, lastSevenDays: { actions: 0, people: 0 } });
  expect(events.map(({ kind, by: who }) => `${who} ${kind}`)).toEqual([
    'Bob changed',
    'Ada shared',
    'Ada created',
  ]);
});

test('a personal drive is not asked for views', async () => {
  const item = { ...FILE, parentReference: { ...FILE.parentReference, driveType: 'personal' } };
  const { reading, asked } = read(item, { f: FACTS, versions: VERSIONS });
  expect((await reading).views).toBe('uncounted');
  expect(asked).toEqual(['f', 'versions']);
});

test('of the open folder the drive itself says of which kind it is', async () => {
  const folder: DriveItem = { driveId: 'drive', id: 'f', name: '', parentReference: {}, folder: {} };
  const { reading } = read(folder, {
    f: { ...FACTS, parentReference: { driveId: 'drive', driveType: 'personal' } },
  });
  const { views, events } = await reading;
  expect(views).toBe('uncounted');
  expect(events.map(({ kind }) => kind)).toEqual(['changed', 'shared', 'created']);
});

test('where views are not for this person the rest is told all the same; without a network nothing is', async () => {
  const answers = { f: FACTS, versions: VERSIONS, lastSevenDays: {} };
  const refused = read(FILE, { ...answers, allTime: new OneDriveError('access-denied') });
  expect((await refused.reading).views).toBe('untold');
  const lost = read(FILE, { ...answers, allTime: new OneDriveError('offline') });
  await expect(lost.reading).rejects.toMatchObject({ code: 'offline' });
});
