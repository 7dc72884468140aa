import { describe, expect, it } from 'vitest';
import { takeBlobs, takeUploadable, toFile } from '../../../src/ui/named-blobs';

const file = new File(['x'], 'a.txt', { type: 'text/plain', lastModified: 7 });
const blob = Object.assign(new Blob(['x'], { type: 'text/plain' }), { name: 'x.txt' });

describe('files that a page hands in', () => {
  it('are files, lists of them and blobs with a name, and nothing else', () => {
    expect(takeBlobs(file)).toEqual([file]);
    expect(takeBlobs(new Set([file, blob]))).toEqual([file, blob]);
    for (const wrong of [undefined, null, 'a.txt', [new Blob(['x'])], [{ name: 'x' }], 7, [file, 7]]) {
      expect(() => takeBlobs(wrong)).toThrow(new TypeError('save() takes files, or blobs that have a name.'));
    }
  });

  it('are handles as well where they are to be uploaded', () => {
    const handle = Object.assign(Object.create({ [Symbol.toStringTag]: 'FileSystemFileHandle' }), {
      kind: 'file',
    });
    expect(takeUploadable([file, handle])).toEqual([file, handle]);
    expect(takeUploadable(handle)).toEqual([handle]);
    const folder = Object.create({ [Symbol.toStringTag]: 'FileSystemDirectoryHandle' });
    expect(() => takeUploadable([file, folder])).toThrow(
      new TypeError('upload() takes files, blobs that have a name, or handles of files.'),
    );
    expect(() => takeBlobs(handle)).toThrow(TypeError);
  });

  it('become files of the name they are to have, as old as they were', () => {
    expect(toFile(file)).toBe(file);
    expect(toFile(file, 'b.txt')).toMatchObject({
      name: 'b.txt',
      type: 'text/plain',
      lastModified: 7,
      size: 1,
    });
    expect(toFile(blob)).toMatchObject({ name: 'x.txt', type: 'text/plain', size: 1 });
  });
});
