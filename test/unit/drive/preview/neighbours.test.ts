import { describe, expect, it } from 'vitest';
import { neighboursOf } from '../../../../src/drive';
import { buildFile, buildFolder } from '../../../support/drive-items';

describe('the neighbours of a file', () => {
  const rows = [
    buildFolder({ name: 'Folder' }),
    buildFile({ id: 'a', name: 'a.jpg' }),
    buildFolder({ name: 'Between' }),
    buildFile({ id: 'b', name: 'b.jpg' }),
    buildFile({ id: 'notebook', name: 'Notes', package: { type: 'oneNote' } }),
    buildFile({ id: 'c', name: 'c.jpg' }),
  ];

  it('are the files before and after it, past folders and notebooks', () => {
    const { place, count, previous, next } = neighboursOf(rows, 'b');
    expect([place, count, previous?.id, next?.id]).toEqual([2, 3, 'a', 'c']);
  });

  it('end with the list', () => {
    expect(neighboursOf(rows, 'a').previous).toBeUndefined();
    expect(neighboursOf(rows, 'c').next).toBeUndefined();
  });

  it('are none where the file is no longer in the list', () => {
    const { place, previous, next } = neighboursOf(rows, 'gone');
    expect([place, previous, next]).toEqual([0, undefined, undefined]);
  });
});
