import { describe, expect, it } from 'vitest';
import { previewKindOf } from '../../../../src/ui/preview/preview-kind';
import { buildFile } from '../../../support/drive-items';

const kindOf = (name: string, driveType = 'business') =>
  previewKindOf(buildFile({ name, parentReference: { driveId: 'drive', id: 'root', driveType } }));

describe('how a file is shown', () => {
  it.each([
    ['a.JPG', { kind: 'image', type: 'image/jpeg' }],
    ['a.svg', { kind: 'image', type: 'image/svg+xml' }],
    ['a.heic', { kind: 'picture', isPage: false }],
    ['a.mp4', { kind: 'media', element: 'video' }],
    ['a.mp3', { kind: 'media', element: 'audio' }],
    ['a.wmv', { kind: 'page' }],
    ['a.html', { kind: 'text' }],
    ['a.md', { kind: 'markdown' }],
    ['a.csv', { kind: 'table' }],
    ['a.xlsx', { kind: 'page' }],
    ['a.pdf', { kind: 'page' }],
    ['a.zip', { kind: 'none' }],
    ['a', { kind: 'none' }],
  ])('%s', (name, kind) => {
    expect(kindOf(name)).toEqual(kind);
  });

  it.each(['a.docx', 'a.pdf'])('%s of a personal drive is shown by its first page', (name) => {
    expect(kindOf(name, 'personal')).toEqual({ kind: 'picture', isPage: true });
  });
});
