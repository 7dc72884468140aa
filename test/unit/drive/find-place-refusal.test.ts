import { expect, it } from 'vitest';
import { findPlaceRefusal } from '../../../src/drive';
import { buildFile, buildFolder } from '../../support/drive-items';

const ROOT = { driveId: 'drive', id: 'root' };
const FOLDER = buildFolder({ id: 'folder' });
const INNER = { driveId: 'drive', id: 'inner' };
const FILE = buildFile({ id: 'file' });

it.each([
  ['a folder into itself', [FOLDER], [ROOT, FOLDER], 'move', 'itself'],
  ['a folder below itself', [FILE, FOLDER], [ROOT, FOLDER, INNER], 'copy', 'below-itself'],
  ['what is there already', [FILE, FOLDER], [ROOT], 'move', 'already-there'],
  ['a copy beside its original', [FILE], [ROOT], 'copy', undefined],
  ['a file into a folder', [FILE], [ROOT, FOLDER], 'move', undefined],
  [
    'some of which only one is there',
    [FILE, buildFile({ parentReference: INNER })],
    [ROOT],
    'move',
    undefined,
  ],
  [
    'a folder of another drive with the same id',
    [FOLDER],
    [{ ...FOLDER, driveId: 'other' }],
    'move',
    undefined,
  ],
] as const)('%s', (_name, items, path, how, refusal) => {
  expect(findPlaceRefusal(items, path, how)).toBe(refusal);
});
