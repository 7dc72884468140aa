import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPickRefusal, parseAccept, type DriveItem } from '../../../src/drive';
import { isAccepted } from '../../../src/drive/accept';
import { buildFile, buildFolder } from '../../support/drive-items';
import { buildRules } from '../../support/pick-rules';

const folder = buildFolder();
const file = buildFile({ name: 'Report.docx', size: 1000 });
const notebook: DriveItem = { ...buildFolder({ name: 'Notes' }), package: { type: 'oneNote' } };
const folderShortcut = buildFile({
  name: 'Team',
  file: undefined,
  remoteItem: { driveId: 'other', id: 'team', folder: {} },
});
const fileShortcut = buildFile({
  name: 'Logo.bin',
  file: undefined,
  remoteItem: { driveId: 'other', id: 'logo', file: { mimeType: 'image/png' } },
});
const withType = (name: string, mimeType?: string) => buildFile({ name, file: { mimeType } });

describe('accept', () => {
  it('reads extensions and types in any case, with spaces, as text or list', () => {
    expect(parseAccept('.PDF, image/*')).toEqual(['.pdf', 'image/*']);
    expect(parseAccept(['.Docx', ' text/plain; charset=utf-8 ', '.docx'])).toEqual(['.docx', 'text/plain']);
    expect(parseAccept('pdf,*.txt,, ')).toEqual(['.pdf', '.txt']);
  });

  it('lets everything through where it says nothing or everything', () => {
    for (const all of [undefined, '', ' , ', '*', '*/*', '.*', '.pdf,*/*'])
      expect(parseAccept(all)).toEqual([]);
  });

  it('reads its own result as the same, whatever it was given', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (words) => {
        const once = parseAccept(words);
        expect(parseAccept(once)).toEqual(once);
        expect(parseAccept(once.join())).toEqual(once);
      }),
    );
  });

  it('takes an extension in whatever case the file has it', () => {
    const extension = fc.stringMatching(/^[a-z0-9]{1,6}$/);
    fc.assert(
      fc.property(fc.string(), extension, fc.boolean(), (base, end, upper) => {
        const name = `${base}.${upper ? end.toUpperCase() : end}`;
        expect(isAccepted([`.${end}`], { name, mimeType: undefined })).toBe(true);
        expect(isAccepted([`.x${end}`], { name: `a.${end}`, mimeType: undefined })).toBe(false);
      }),
    );
  });

  it.each([
    ['image/*', withType('a.bin', 'image/png'), true],
    ['image/*', withType('a.png', 'text/plain'), false],
    ['image/*', withType('a.PNG'), true],
    ['image/*', withType('a.jpg', 'application/octet-stream'), true],
    ['image/*', withType('png'), false],
    ['text/plain', withType('a', 'Text/Plain; charset=utf-8'), true],
    ['application/pdf', withType('a.pdf', ''), true],
    ['application/octet-stream', withType('a.unknown'), true],
    ['.tar.gz', withType('a.tar.gz'), true],
    ['.gz', withType('a.tgz'), false],
  ])('%s judges %j: %s', (accept, item, passes) => {
    const refusal = findPickRefusal(buildRules({ accept: [accept] }), item);
    expect(refusal).toEqual(passes ? undefined : { reason: 'type', accept: [accept] });
  });
});

describe('kinds', () => {
  const reasonOf = (kind: 'files' | 'folders' | 'all', item: DriveItem) =>
    findPickRefusal(buildRules({ kind }), item)?.reason;

  it.each([
    ['file', file, undefined, 'not-a-folder', undefined],
    ['folder', folder, 'not-a-file', undefined, undefined],
    ['shortcut to a folder', folderShortcut, 'not-a-file', undefined, undefined],
    ['shortcut to a file', fileShortcut, undefined, 'not-a-folder', undefined],
    ['notebook', notebook, 'not-a-file', 'not-a-folder', undefined],
    ['thing without facets', buildFile({ file: undefined }), 'not-a-file', 'not-a-folder', undefined],
  ] as const)('%s among files, folders, all', (_, item, files, folders, all) => {
    expect([reasonOf('files', item), reasonOf('folders', item), reasonOf('all', item)]).toEqual([
      files,
      folders,
      all,
    ]);
  });

  it('type and size say nothing of folders, and judge a shortcut by what it stands for', () => {
    const rules = buildRules({ kind: 'all', accept: ['image/*'], maxSize: 10 });
    expect(findPickRefusal(rules, { ...folder, size: 5000 })).toBeUndefined();
    expect(findPickRefusal(rules, { ...fileShortcut, size: 5 })).toBeUndefined();
    expect(findPickRefusal(rules, fileShortcut)).toEqual({ reason: 'size', maxSize: 10 });
    expect(findPickRefusal(rules, notebook)?.reason).toBe('type');
  });
});

describe('size', () => {
  it('lets through what is exactly as large as allowed, or of a size nobody tells', () => {
    const rules = buildRules({ maxSize: 1000 });
    expect(findPickRefusal(rules, file)).toBeUndefined();
    expect(findPickRefusal(rules, { ...file, size: undefined })).toBeUndefined();
    expect(findPickRefusal(rules, { ...file, size: 1001 })).toEqual({ reason: 'size', maxSize: 1000 });
  });
});

describe('a host’s filter', () => {
  it.each([
    [true, undefined],
    [false, { reason: 'host', text: undefined }],
    ['Signed already', { reason: 'host', text: 'Signed already' }],
  ] as const)('that answers %j', (answer, refusal) => {
    expect(findPickRefusal(buildRules({ filter: () => answer }), file)).toEqual(refusal);
  });

  it('is asked once about an item under the same rules, and only about what the rules let through', () => {
    const asked: DriveItem[] = [];
    const filter = (item: DriveItem) => {
      asked.push(item);
      return false;
    };
    const rules = buildRules({ accept: ['.docx'], filter });
    for (const item of [file, folder, file, withType('a.txt')]) findPickRefusal(rules, item);
    expect(asked).toEqual([file]);
    findPickRefusal(buildRules({ filter }), file);
    expect(asked).toEqual([file, file]);
  });

  it('that throws has not said yes', () => {
    const filter = () => {
      throw new Error('host');
    };
    expect(findPickRefusal(buildRules({ filter }), file)).toEqual({ reason: 'host', text: undefined });
  });
});
