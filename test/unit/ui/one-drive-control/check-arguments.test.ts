import { describe, expect, it } from 'vitest';
import {
  checkPickOptions,
  checkPlace,
  checkSaveOptions,
  checkUploadOptions,
} from '../../../../src/ui/one-drive-control/check-arguments';

const call = (check: (...args: never) => void, ...args: readonly unknown[]) =>
  Reflect.apply(check, undefined, args);

describe('what a page hands to methods', () => {
  it.each([undefined, null, {}, 7, { id: '1' }, { driveId: 'd', id: '' }, ['Documents']])(
    'is no place where it is %j',
    (place) => {
      expect(() => call(checkPlace, 'navigate()', place)).toThrow(/^navigate\(\) takes a path/);
    },
  );

  it.each([
    [null, /options as an object/],
    [{ signal: 'no' }, /'signal' is an AbortSignal/],
    [{ pickKind: 'file' }, /'pickKind' is one of 'files', 'folders', 'all'/],
    [{ selection: 'many' }, /'selection'/],
    [{ accept: 7 }, /'accept'/],
    [{ maxCount: 0 }, /'maxCount'/],
    [{ maxCount: '2' }, /'maxCount'/],
    [{ maxSize: -1 }, /'maxSize'/],
    [{ maxSize: '10MB' }, /'maxSize'/],
    [{ itemFilter: 'name' }, /'itemFilter' is a function/],
  ])('is refused by pick() where it is %j', (options, sentence) => {
    expect(() => call(checkPickOptions, options)).toThrow(TypeError);
    expect(() => call(checkPickOptions, options)).toThrow(sentence);
  });

  it.each([null, { signal: {} }, { folder: {} }, { folder: null }, { conflictBehavior: 'Rename' }])(
    'is refused by upload() where it is %j',
    (options) => {
      expect(() => call(checkUploadOptions, options)).toThrow(TypeError);
    },
  );

  it.each([
    [null, 1],
    [{ signal: {} }, 1],
    [{ folder: {} }, 1],
    [{ conflictBehavior: 'ask' }, 1],
    [{ name: 7 }, 1],
    [{ name: 'One.pdf' }, 2],
  ])('is refused by save() where it is %j, of %i files', (options, count) => {
    expect(() => call(checkSaveOptions, options, count)).toThrow(TypeError);
  });

  it('is taken where it can be understood', () => {
    const { signal } = new AbortController();
    checkPlace('navigate()', '');
    checkPlace('navigate()', { driveId: 'd', id: '1' });
    checkPickOptions({});
    checkPickOptions({
      pickKind: 'all',
      selection: 'multiple',
      accept: ['.pdf'],
      maxCount: 2,
      maxSize: 1e6,
      itemFilter: () => true,
      signal,
    });
    checkUploadOptions({ folder: 'Inbox', conflictBehavior: 'replace', signal });
    checkSaveOptions({ folder: 'Inbox', name: 'Scan.pdf', conflictBehavior: 'rename', signal }, 1);
  });
});
