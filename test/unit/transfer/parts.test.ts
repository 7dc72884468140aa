import { describe, expect, it } from 'vitest';
import { OneDriveError } from '../../../src/lib';
import type { TransferTask } from '../../../src/transfer';
import { summarizeTransfers } from '../../../src/transfer';
import { compareWithSource } from '../../../src/transfer/comparison';
import {
  checkFragmentSize,
  confirmedBytes,
  missingRanges,
  nextFragment,
} from '../../../src/transfer/fragment-plan';
import { numberedName } from '../../../src/lib/numbered-name';
import { readFragmentAnswer, readStatusAnswer } from '../../../src/transfer/session-answer';
import { createSourceFile } from '../../../src/transfer/source-file';
import { hashOf } from './support/fake-drive';
import { memoryFile, someBytes } from './support/memory-file';

const MIB = 1024 * 1024;

describe('fragments', () => {
  it('are clipped to the gap the service names, to the size and to the file', () => {
    expect(nextFragment(missingRanges([{ start: 26 }], 100), 50)).toEqual({ start: 26, end: 76 });
    expect(nextFragment(missingRanges([{ start: 26, end: 30 }], 100), 50)).toEqual({ start: 26, end: 30 });
    expect(nextFragment(missingRanges([{ start: 90, end: 500 }], 100), 50)).toEqual({ start: 90, end: 100 });
  });

  it('start with the first gap, in whatever order the service lists them', () => {
    const missing = missingRanges([{ start: 60 }, { start: 10, end: 20 }], 100);
    expect(nextFragment(missing, 50)).toEqual({ start: 10, end: 20 });
    expect(confirmedBytes(missing, 100)).toBe(50);
  });

  it('are none where nothing is missing or the gap lies behind the end', () => {
    expect(nextFragment(missingRanges([], 100), 50)).toBeUndefined();
    expect(nextFragment(missingRanges([{ start: 100 }], 100), 50)).toBeUndefined();
  });

  it('must be multiples of 320 KiB below 60 MiB', () => {
    expect(checkFragmentSize(5 * MIB)).toBe(5 * MIB);
    for (const wrong of [0, 1, 320 * 1024 - 1, 60 * MIB, -320 * 1024]) {
      expect(() => checkFragmentSize(wrong)).toThrow(TypeError);
    }
  });
});

describe('an answer of the upload host', () => {
  const answer = (status: number, body: unknown = '', headers: Record<string, string> = {}) => ({
    status,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    header: (name: string) => headers[name.toLowerCase()] ?? null,
  });
  const kinds: [string, ReturnType<typeof answer>, string][] = [
    ['201 with an item', answer(201, { id: 'a' }), 'finished'],
    ['200 with an item', answer(200, { id: 'a' }), 'finished'],
    ['201 without an item', answer(201, { nextExpectedRanges: [] }), 'complete'],
    ['201 without a body', answer(201), 'complete'],
    ['202 with ranges', answer(202, { nextExpectedRanges: ['26-'] }), 'status'],
    ['202 with empty ranges', answer(202, { nextExpectedRanges: [] }), 'complete'],
    ['202 without a body', answer(202), 'doubt'],
    ['204', answer(204), 'doubt'],
    ['a redirect', answer(302), 'doubt'],
    ['HTML from the edge', answer(502, '<html>'), 'doubt'],
    ['500', answer(500), 'doubt'],
    ['503', answer(503), 'doubt'],
    ['408', answer(408), 'doubt'],
    ['416', answer(416, { error: { code: 'invalidRange' } }), 'doubt'],
    ['404', answer(404), 'doubt'],
    [
      '400 out of order',
      answer(400, { error: { code: 'invalidRequest', innererror: { code: 'fragmentOutOfOrder' } } }),
      'doubt',
    ],
    ['400', answer(400, { error: { code: 'invalidRequest' } }), 'failed'],
    ['401', answer(401), 'lost'],
    ['403', answer(403), 'doubt'],
    ['402', answer(402), 'failed'],
    ['409', answer(409, { error: { code: 'nameAlreadyExists' } }), 'conflict'],
    ['412', answer(412), 'failed'],
    ['423', answer(423), 'failed'],
    ['429', answer(429), 'throttled'],
    ['509', answer(509), 'throttled'],
    ['503 that means 429', answer(503, { error: { code: 'activityLimitReached' } }), 'throttled'],
    ['507', answer(507, { error: { code: 'quotaLimitReached' } }), 'failed'],
  ];
  it.each(kinds)('to a fragment: %s', (_name, given, kind) => {
    expect(readFragmentAnswer(given, 0).kind).toBe(kind);
  });

  it('to a question: a session that is not found is lost', () => {
    expect(readStatusAnswer(answer(404), 0).kind).toBe('lost');
    expect(readStatusAnswer(answer(410), 0).kind).toBe('lost');
    expect(readStatusAnswer(answer(200, { nextExpectedRanges: ['0-'] }), 0).kind).toBe('status');
    expect(readStatusAnswer(answer(200, 'nonsense'), 0).kind).toBe('doubt');
    expect(readStatusAnswer(answer(500), 0).kind).toBe('doubt');
  });
});

describe('names', () => {
  it.each([
    ['a.txt', 0, 'a.txt'],
    ['a.txt', 1, 'a 1.txt'],
    ['archive.tar.gz', 2, 'archive.tar 2.gz'],
    ['.profile', 1, '.profile 1'],
    ['README', 3, 'README 3'],
    [' odd name . ', 0, ' odd name . '],
  ])('%j, %i → %j', (name, number, expected) => {
    expect(numberedName(name, number)).toBe(expected);
  });
});

describe('comparing with the source', () => {
  const content = someBytes(1000);
  const item = (name: string, size: number, quickXorHash?: string) => ({
    id: 'a',
    driveId: 'd',
    name,
    size,
    parentReference: {},
    file: quickXorHash ? { hashes: { quickXorHash } } : {},
  });
  const source = (name: string, bytes = content) => {
    const file = memoryFile(name, bytes);
    return createSourceFile(file, { size: file.size, lastModified: file.lastModified });
  };

  it('needs size and hash to be equal', async () => {
    expect(await compareWithSource(item('a', 1000, hashOf(content)), source('a'))).toBe('equal');
    expect(await compareWithSource(item('a', 1000, 'other'), source('a'))).toBe('different');
    expect(await compareWithSource(item('a', 999, hashOf(content)), source('a'))).toBe('different');
    expect(await compareWithSource(item('a', 1000), source('a'))).toBe('unverified');
  });

  it('takes an empty file by its size, because it has no hash', async () => {
    expect(await compareWithSource(item('a', 0), source('a', new Uint8Array()))).toBe('equal');
  });

  it.each([{ folder: { childCount: 0 } }, { package: { type: 'oneNote' } }])(
    'never takes what is no file for one, whatever its size and name (%j)',
    async (facet) => {
      const empty = { ...item('a', 0), ...facet };
      expect(await compareWithSource(empty, source('a', new Uint8Array()))).toBe('different');
      expect(await compareWithSource({ ...item('a', 1000), ...facet }, source('a'))).toBe('different');
      expect(await compareWithSource({ ...item('a.docx', 1010), ...facet }, source('a.docx'))).toBe(
        'different',
      );
    },
  );

  it('knows that the service rewrites Office files', async () => {
    expect(await compareWithSource(item('a.docx', 1010, 'other'), source('a.docx'))).toBe(
      'changed-by-server',
    );
  });
});

describe('the source file', () => {
  it('is read once where every byte is sent in order', async () => {
    const file = memoryFile('a', someBytes(1000));
    const source = createSourceFile(file, file);
    await source.read(0, 600);
    await source.read(600, 1000);
    expect(await source.hash()).toBe(hashOf(file.content));
    expect(file.reads).toEqual({ count: 2, bytes: 1000 });
  });

  it('has the right hash although slices were read twice, with gaps, or not at all', async () => {
    const file = memoryFile('a', someBytes(1000));
    const source = createSourceFile(file, file);
    await source.read(0, 300);
    await source.read(100, 400);
    await source.read(700, 900);
    expect(await source.hash()).toBe(hashOf(file.content));
  });

  it('is given up where it changed or cannot be read', async () => {
    const file = memoryFile('a', someBytes(1000));
    const changed = createSourceFile(file, { size: 1000, lastModified: 5 });
    await expect(changed.read(0, 10)).rejects.toMatchObject({ code: 'source-changed' });
    file.unreadable = true;
    const gone = createSourceFile(file, file);
    await expect(gone.read(0, 10)).rejects.toMatchObject({ code: 'source-changed' });
  });
});

describe('the summary', () => {
  const task = (state: TransferTask['state'], size = 100): TransferTask => ({
    id: 'a',
    kind: 'upload',
    content: 'file',
    name: 'a',
    folder: undefined,
    size,
    state,
  });

  it('adds up what the header shows', () => {
    const summary = summarizeTransfers([
      task({ status: 'done' }),
      task({ status: 'sending', loaded: 40, total: 100, restarts: 0 }),
      task({ status: 'waiting', reason: 'queue' }),
      task({ status: 'cancelled' }),
    ]);
    expect(summary).toMatchObject({ count: 4, done: 1, active: 1, waiting: 1, cancelled: 1 });
    expect(summary).toMatchObject({ loaded: 140, total: 300, settled: false, waitReason: undefined });
  });

  it('says why nothing moves where all wait for the same', () => {
    const waiting = task({ status: 'waiting', reason: 'offline' });
    expect(summarizeTransfers([waiting, task({ status: 'waiting', reason: 'queue' })]).waitReason).toBe(
      'offline',
    );
    // What somebody has to answer does not hide that nothing moves.
    const asking = task({ status: 'conflict', error: new OneDriveError('name-conflict') });
    expect(summarizeTransfers([waiting, asking])).toMatchObject({ waitReason: 'offline', conflicts: 1 });
    expect(summarizeTransfers([]).settled).toBe(true);
  });
});
