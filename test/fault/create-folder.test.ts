import { describe, expect } from 'vitest';
import { emptyDrive } from './support/empty-drive';
import { after, challenge, cut, status, times } from './support/effects';
import { passing, putFolder, SMALL, testRow, tokenCells, untilWaiting, type Row } from './support/row';
import type { Scene } from './support/scene';

const emulator = emptyDrive();

const row: Row = {
  name: 'create folder',
  file: SMALL,
  path: ['Folder'],
  match: { method: 'POST', path: '/children$' },
};
const makeOther = (scene: Scene) => putFolder(scene, 'Folder');

/** One folder, with the file in it. */
const once = async (scene: Scene): Promise<void> => {
  const { items } = await scene.truth();
  expect(items.map(({ path }) => path)).toEqual(['/', '/Folder', '/Folder/small.bin']);
};

describe('create folder', () => {
  testRow(emulator, row, {
    ...passing(),
    ...tokenCells(),
    'F2 applied, answer lost: made once': { effects: [after(cut)], afterwards: once },
    'F6 claims challenge': { effects: [challenge] },
    'F7 403': { effects: [status(403)], ends: { failed: 'access-denied' } },
    'F7 404, the folder around it is gone': { effects: [status(404)], ends: { failed: 'not-found' } },
    'F8 the folder is there: reused': { before: makeOther, afterwards: once },
    'F8 a file has its name': {
      before: (scene) => scene.other('PUT', 'root:/Folder:/content', 'text'),
      ends: { failed: 'name-conflict' },
    },
    'F8 423 locked': { effects: [status(423)], ends: { failed: 'locked' } },
    'F10 201 without the item': { effects: [after(status(201, {}, {}))], afterwards: once },
    'F10 201, and nothing was made': { effects: [status(201, {}, {})], afterwards: once },
    'F12 another client makes it at the same time': {
      effects: [cut],
      meanwhile: async (scene) => {
        await untilWaiting(scene, 'offline');
        await makeOther(scene);
      },
      afterwards: once,
    },
    'F14 full': { effects: [status(507)], ends: { failed: 'quota-exceeded' } },
    'F5 never again well': { effects: [times(99, status(500))], ends: { failed: 'unavailable' } },
  });
});
