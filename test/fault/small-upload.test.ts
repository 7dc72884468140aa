import { describe } from 'vitest';
import { memoryFile, someBytes } from '../unit/transfer/support/memory-file';
import { emptyDrive } from './support/empty-drive';
import { after, challenge, cut, stall, status, times } from './support/effects';
import {
  answering,
  passing,
  putFolder,
  putOther,
  SMALL,
  testRow,
  tokenCells,
  untilWaiting,
  type Row,
} from './support/row';

const emulator = emptyDrive();

const row: Row = {
  name: 'small upload',
  file: SMALL,
  isFresh: true,
  match: { method: 'PUT', path: '/content' },
};
const taken = {
  before: (scene: Parameters<typeof putOther>[0]) => putOther(scene, SMALL.name),
  ends: 'conflict',
} as const;
const wrongHash = { file: { hashes: { quickXorHash: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' } } };

describe('small upload', () => {
  testRow(emulator, row, {
    ...passing(),
    ...tokenCells(),
    'F6 claims challenge': { effects: [challenge] },
    'F7 403': { effects: [status(403)], ends: { failed: 'access-denied' } },
    'F7 404, the folder is gone': { effects: [status(404)], ends: { failed: 'not-found' } },
    'F8 the name is taken: keep both': { ...taken, afterwards: answering('rename') },
    'F8 the name is taken: replace': { ...taken, afterwards: answering('replace') },
    'F8 the name is taken: skip': taken,
    'F8 the name is taken: fail, as asked for': {
      ...taken,
      options: { conflictBehavior: 'fail' },
      ends: { failed: 'name-conflict' },
    },
    'F8 423 locked': { effects: [status(423)], ends: { failed: 'locked' } },
    'F8 412': { effects: [status(412)], ends: { failed: 'changed-elsewhere' } },
    'F10 201 without the item': { effects: [after(status(201, {}, {}))] },
    'F10 201, and nothing was made': { effects: [status(201, {}, {})] },
    'F10 200 with HTML': { effects: [status(200, { 'content-type': 'text/html' }, '<h1>Welcome</h1>')] },
    'F10 a wrong hash is told for a while': {
      effects: [after(status(201, {}, { id: 'MADEUP', name: SMALL.name, size: SMALL.size, ...wrongHash }))],
    },
    'F12 another client writes the name while the answer is lost': {
      effects: [after(cut)],
      meanwhile: async (scene) => {
        await untilWaiting(scene, 'offline');
        await putOther(scene, SMALL.name);
      },
      ends: 'conflict',
      afterwards: answering('rename'),
    },
    'F12 another client writes the name before the next try': {
      effects: [cut],
      meanwhile: async (scene) => {
        await untilWaiting(scene, 'offline');
        await putOther(scene, SMALL.name);
      },
      ends: 'conflict',
      afterwards: answering('replace'),
    },
    'F12 keep both, and the name is taken meanwhile': {
      effects: [stall],
      options: { conflictBehavior: 'rename' },
      meanwhile: async (scene) => {
        await untilWaiting(scene, 'slow');
        await putOther(scene, SMALL.name);
      },
    },
    'F14 full': { effects: [status(507)], ends: { failed: 'quota-exceeded' } },
    'F5 never again well': { effects: [times(99, status(500))], ends: { failed: 'unavailable' } },
    'F1 never again reachable': { effects: [times(99, cut)], ends: { failed: 'offline' } },
  });

  const changed = memoryFile('changed.bin', someBytes(100_000));
  testRow(
    emulator,
    { ...row, file: changed },
    {
      'F13 the file can’t be read': {
        before: async () => {
          changed.unreadable = true;
        },
        ends: { failed: 'source-changed' },
      },
    },
  );

  testRow(
    emulator,
    { ...row, file: new File([], 'empty.bin') },
    {
      // npm run fuzz -- --seed 5001 --path 643
      'F12 of an empty file, and another client makes a folder of its name while the answer is lost': {
        effects: [cut],
        options: { conflictBehavior: 'replace' },
        meanwhile: async (scene) => {
          await untilWaiting(scene, 'offline');
          await putFolder(scene, 'empty.bin');
        },
        // A folder has no content: the service refuses it.
        ends: { failed: 'invalid-request' },
      },
    },
  );
});
