import { describe, expect, it } from 'vitest';
import { readActions, readRules } from '../../../../src/ui/one-drive-control/read-rules';

describe('what may be picked', () => {
  it('is one file of any kind unless told', () => {
    expect(readRules({})).toEqual({
      kind: 'files',
      accept: [],
      selection: 'single',
      maxCount: undefined,
      maxSize: undefined,
      filter: undefined,
    });
  });

  it('is several where a number above one is named', () => {
    expect(readRules({ maxCount: 3 })).toMatchObject({ selection: 'multiple', maxCount: 3 });
    expect(readRules({ maxCount: 1 })).toMatchObject({ selection: 'single' });
    expect(readRules({ maxCount: 3, selection: 'single' })).toMatchObject({ selection: 'single' });
    expect(readRules({ selection: 'single' }, { maxCount: 3 })).toMatchObject({ selection: 'multiple' });
  });

  it('takes accept as a list, or with commas as in an input', () => {
    expect(readRules({ accept: ' .pdf, image/* ,' }).accept).toEqual(['.pdf', 'image/*']);
    expect(readRules({ accept: ['.pdf', ' '] }).accept).toEqual(['.pdf']);
  });

  it('has no limit where what is named is none', () => {
    expect(readRules({ maxCount: 0, maxSize: Number.NaN })).toMatchObject({
      maxCount: undefined,
      maxSize: undefined,
    });
  });
});

describe('what users may do', () => {
  const words = (...args: Parameters<typeof readActions>) => [...readActions(...args)].join(' ');

  it('is everything while browsing, what helps to pick while picking, and folders while saving', () => {
    expect(words({}, 'browsing')).toBe(
      'upload new-folder new-file download rename move copy delete share restore-version check-out',
    );
    expect(words({}, 'picking')).toBe('upload new-folder');
    expect(words({}, 'saving')).toBe('new-folder');
  });

  it('is what the host names, in either way of writing; words that nobody knows are left out', () => {
    expect(words({ can: 'download, rename fly' }, 'picking')).toBe('download rename');
    expect(words({ can: ['delete'] }, 'browsing')).toBe('delete');
    expect(words({ can: [] }, 'browsing')).toBe('');
    expect(words({ can: '' }, 'picking')).toBe('');
  });

  it('is to download and nothing else where nothing may be changed', () => {
    expect(words({ readonly: true }, 'browsing')).toBe('download');
    expect(words({ readonly: true, can: 'upload delete' }, 'browsing')).toBe('');
  });
});
