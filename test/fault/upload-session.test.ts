import { describe, expect } from 'vitest';
import { memoryFile, someBytes } from '../unit/transfer/support/memory-file';
import { emptyDrive } from './support/empty-drive';
import { after, challenge, cut, stall, status, times } from './support/effects';
import {
  answering,
  LARGE,
  passing,
  putOther,
  testRow,
  tokenCells,
  untilWaiting,
  type Cell,
  type Row,
} from './support/row';
import type { Scene } from './support/scene';

const emulator = emptyDrive();

const MINUTE = 60_000;
const SESSION = { method: 'POST', path: 'createUploadSession' } as const;
const PUT = { method: 'PUT', origin: 'bytes' } as const;
const GET = { method: 'GET', origin: 'bytes' } as const;
const html = { 'content-type': 'text/html' };
const taken = { before: (scene: Scene) => putOther(scene, LARGE.name), ends: 'conflict' } as const;
/** Somebody writes a file of this name while the upload waits for a reason. */
const putWhile = (reason: string) => async (scene: Scene) => {
  await untilWaiting(scene, reason);
  await putOther(scene, LARGE.name);
};
const changing = (name: string) => memoryFile(name, someBytes(LARGE.size));
const expectBytesSent = async (scene: Scene, most: number): Promise<void> => {
  const log = (await (await scene.steer('GET', 'log')).json()) as {
    method: string;
    origin: string;
    headers: Record<string, string>;
  }[];
  const sent = log.filter(({ method, origin }) => method === 'PUT' && origin === 'bytes');
  const bytes = sent.reduce((sum, { headers }) => sum + Number(headers['content-length'] ?? 0), 0);
  expect(bytes).toBeLessThanOrEqual(most);
};

describe('session create', () => {
  const row: Row = { name: 'session create', file: LARGE, match: SESSION };
  testRow(emulator, row, {
    ...passing(),
    ...tokenCells(),
    'F6 claims challenge': { effects: [challenge] },
    'F7 403': { effects: [status(403)], ends: { failed: 'access-denied' } },
    'F7 404, the folder is gone': { effects: [status(404)], ends: { failed: 'not-found' } },
    'F8 the name is taken: keep both': { ...taken, afterwards: answering('rename') },
    'F8 the name is taken: replace': { ...taken, afterwards: answering('replace') },
    'F8 the name is held by a session that nobody ends: waits until it has ended': {
      before: (scene) => scene.other('POST', `root:/${LARGE.name}:/createUploadSession`),
      meanwhile: (scene) => untilWaiting(scene, 'held'),
    },
    'F8 423 locked': { effects: [status(423)], ends: { failed: 'locked' } },
    'F10 200 without an address': { effects: [status(200, {}, {})] },
    'F10 200 with HTML': { effects: [status(200, html, '<h1>Welcome</h1>')] },
    'F10 200 without an address, after it was made': { effects: [after(status(200, {}, {}))] },
    'F12 another client writes the name at the same time': {
      effects: [cut],
      meanwhile: putWhile('offline'),
      ends: 'conflict',
      afterwards: answering('rename'),
    },
    'F14 full': { effects: [status(507)], ends: { failed: 'quota-exceeded' } },
  });
});

describe('upload fragment', () => {
  const row: Row = { name: 'upload fragment', file: LARGE, match: PUT };
  const gone: Cell['effects'] = [status(404), { ...status(404), match: GET }];
  const resent = async (scene: Scene): Promise<void> => expectBytesSent(scene, 2 * LARGE.size);
  testRow(emulator, row, {
    ...passing(),
    'F2 applied, answer lost: no byte is sent again': {
      effects: [after(cut)],
      afterwards: (scene) => expectBytesSent(scene, LARGE.size),
    },
    'F6 the address is refused: a fresh session': { effects: [status(401)], afterwards: resent },
    'F7 404 once': {
      effects: [status(404)],
      afterwards: (scene) => expectBytesSent(scene, 2 * LARGE.size - 5),
    },
    'F7 403 once: no byte is sent that has arrived': {
      effects: [after(status(403))],
      afterwards: (scene) => expectBytesSent(scene, LARGE.size),
    },
    'F7 403, the address has ended: a fresh session': {
      effects: [status(403), { ...status(403), match: GET }],
      afterwards: resent,
    },
    'F7 403 for ever: two fresh sessions, and no more': {
      effects: [times(99, status(403)), { ...times(99, status(403)), match: GET }],
      ends: { failed: 'session-lost' },
      oracle: { sessionsEndWithin: 20 * MINUTE },
    },
    'F7 403, and nobody may write there any more': {
      effects: [
        times(99, status(403)),
        { ...times(99, status(403)), match: GET },
        { ...times(9, status(403)), match: SESSION, nth: 2 },
      ],
      ends: { failed: 'access-denied' },
    },
    'F7 404 for ever: two fresh sessions, and no more': {
      effects: [times(99, status(404)), { ...times(99, status(404)), match: GET }],
      ends: { failed: 'session-lost' },
      oracle: { sessionsEndWithin: 20 * MINUTE },
    },
    'F8 409 although the name is free': { effects: [status(409)] },
    'F8 412': { effects: [status(412)], ends: { failed: 'changed-elsewhere' } },
    'F8 423 locked': { effects: [status(423)], ends: { failed: 'locked' } },
    'F9 416': { effects: [status(416)] },
    'F9 416 after it was applied': {
      effects: [after(status(416))],
      afterwards: (scene) => expectBytesSent(scene, LARGE.size),
    },
    'F9 the session is gone: a fresh one': { effects: gone, afterwards: resent },
    'F10 202 without ranges': { effects: [after(status(202, {}, {}))] },
    'F10 200 with HTML': { effects: [after(status(200, html, '<h1>Welcome</h1>'))] },
    'F10 201 without the item, in the middle': { effects: [after(status(201, {}, {}))] },
    'F12 another client writes the name meanwhile': {
      effects: [cut],
      meanwhile: putWhile('offline'),
      ends: 'conflict',
      afterwards: answering('rename'),
    },
    'F14 full': { effects: [status(507)], ends: { failed: 'quota-exceeded' } },
  });
  const file = changing('changed.bin');
  testRow(
    emulator,
    { ...row, file },
    {
      'F13 the file can’t be read any more': {
        effects: [after(cut)],
        meanwhile: async (scene) => {
          await untilWaiting(scene, 'offline');
          file.unreadable = true;
        },
        ends: { failed: 'source-changed' },
      },
    },
  );
});

describe('finish upload', () => {
  const row: Row = { name: 'finish upload', file: LARGE, match: PUT, nth: 2 };
  const lie = (rest: object) =>
    after(status(201, {}, { id: 'MADEUP', name: LARGE.name, size: LARGE.size, ...rest }));
  const wrongHash = { file: { hashes: { quickXorHash: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' } } };
  testRow(emulator, row, {
    ...passing(),
    'F7 403 once': { effects: [status(403)] },
    'F7 403 after it was applied': { effects: [after(status(403))] },
    'F7 404 once': { effects: [status(404)] },
    'F7 404 after it was applied': { effects: [after(status(404))] },
    'F8 the name was taken meanwhile: keep both, without sending again': {
      effects: [cut],
      meanwhile: putWhile('offline'),
      ends: 'conflict',
      afterwards: async (scene, task) => {
        await answering('rename')(scene, task);
        await expectBytesSent(scene, LARGE.size + 10);
      },
    },
    'F8 the name was taken meanwhile: replace': {
      effects: [cut],
      meanwhile: putWhile('offline'),
      ends: 'conflict',
      afterwards: answering('replace'),
    },
    'F8 409 after it was applied: it is our own': { effects: [after(status(409))] },
    'F9 416 after it was applied': { effects: [after(status(416))] },
    'F9 the session is gone, the file not there': {
      effects: [status(404), { ...status(404), match: GET, nth: 1 }],
    },
    'F10 201 without the item': { effects: [after(status(201, {}, {}))] },
    'F10 202 at the end': { effects: [after(status(202, {}, { nextExpectedRanges: [] }))] },
    'F10 202 at the end, and nothing was made': { effects: [status(202, {}, { nextExpectedRanges: [] })] },
    'F10 another size is told for a while': { effects: [lie({ size: 3 })] },
    'F10 a wrong hash is told for a while': { effects: [lie(wrongHash)] },
    'F12 another client deletes it while the answer is lost': {
      effects: [after(cut)],
      meanwhile: async (scene) => {
        await untilWaiting(scene, 'offline');
        await scene.other('DELETE', `root:/${LARGE.name}:`);
      },
    },
    'F12 another client writes it while the answer is lost': {
      effects: [after(cut)],
      meanwhile: putWhile('offline'),
      ends: 'conflict',
      afterwards: answering('rename'),
    },
    'F14 full': { effects: [status(507)], ends: { failed: 'quota-exceeded' } },
  });
  const office = new File([LARGE], 'report.docx', { lastModified: LARGE.lastModified });
  testRow(
    emulator,
    { ...row, name: 'finish upload of an Office file', file: office },
    {
      'F2 applied, answer lost': { effects: [after(cut)] },
      'F12 another client writes the name meanwhile: theirs is not taken for ours': {
        effects: [cut],
        meanwhile: async (scene) => {
          await untilWaiting(scene, 'offline');
          await putOther(scene, office.name);
        },
        ends: 'conflict',
        afterwards: answering('rename'),
      },
    },
  );
});

/** Pauses while the first fragment stalls, and lets time pass. */
const pauseFor = (milliseconds: number, work?: (scene: Scene) => unknown) => async (scene: Scene) => {
  await untilWaiting(scene, 'slow');
  scene.transfers.pauseAll();
  await scene.environment.leapFor(milliseconds);
  await work?.(scene);
  scene.transfers.resumeAll();
};
const stalled = { ...after(stall), match: PUT };
/** It answers again when somebody tries again. */
const retry: Cell['afterwards'] = async (scene) => {
  await scene.clearFaults();
  scene.transfers.retryFailed();
  expect((await scene.rest())[0]?.state).toMatchObject({ status: 'done' });
  await expectBytesSent(scene, LARGE.size);
};

describe('resume', () => {
  const row: Row = { name: 'resume', file: LARGE, match: GET };
  const paused = Object.entries(passing()).map(([fault, { effects = [] }]) => [
    fault,
    { effects: [stalled, ...effects], meanwhile: pauseFor(1000) },
  ]);
  const expired: Partial<Cell> = { effects: [stalled], meanwhile: pauseFor(20 * MINUTE) };
  testRow(emulator, row, {
    ...(Object.fromEntries(paused) as Record<string, Cell>),
    'F1 unreachable until it fails; goes on where it stood': {
      effects: [
        { ...after(cut), match: PUT },
        { ...times(99, cut), match: { origin: 'bytes' } },
      ],
      ends: { failed: 'offline' },
      afterwards: retry,
    },
    'F5 never well until it fails; goes on where it stood': {
      effects: [
        { ...after(cut), match: PUT },
        { ...times(99, status(500)), match: { origin: 'bytes' } },
      ],
      ends: { failed: 'unavailable' },
      afterwards: retry,
    },
    'F7 404: a fresh session': { effects: [stalled, status(404)], meanwhile: pauseFor(1000) },
    'F7 403: a fresh session': { effects: [stalled, status(403)], meanwhile: pauseFor(1000) },
    'F8 the name was taken meanwhile': {
      effects: [stalled],
      meanwhile: pauseFor(1000, (scene) => putOther(scene, LARGE.name)),
      ends: 'conflict',
      afterwards: answering('rename'),
    },
    'F9 the session has ended': expired,
    'F10 200 with HTML': {
      effects: [stalled, status(200, html, '<h1>Welcome</h1>')],
      meanwhile: pauseFor(1000),
    },
    'F12 another client writes the same file meanwhile': {
      ...expired,
      meanwhile: pauseFor(20 * MINUTE, (scene) => putOther(scene, LARGE.name)),
      ends: 'conflict',
      afterwards: answering('replace'),
    },
    'F14 full': {
      effects: [stalled, status(507)],
      meanwhile: pauseFor(1000),
      ends: { failed: 'quota-exceeded' },
    },
  });
  const file = changing('changed.bin');
  testRow(
    emulator,
    { ...row, file },
    {
      'F13 the file has changed meanwhile': {
        effects: [stalled],
        meanwhile: pauseFor(1000, () => {
          file.unreadable = true;
        }),
        ends: { failed: 'source-changed' },
      },
    },
  );
});

describe('cancel upload', () => {
  const row: Row = { name: 'cancel upload', file: LARGE, match: { method: 'DELETE', origin: 'bytes' } };
  /** The row is ended at once, the session behind it. */
  const cancel: Cell['meanwhile'] = async (scene) => {
    await untilWaiting(scene, 'slow');
    scene.transfers.cancelAll();
    expect(scene.transfers.tasks.get()[0]?.state).toEqual({ status: 'cancelled' });
  };
  const cell = (effects: Cell['effects'] = [], minutes = 5): Cell => ({
    effects: [stalled, ...effects],
    meanwhile: cancel,
    ends: 'cancelled',
    oracle: { keepsFaults: true, sessionsEndWithin: minutes * MINUTE },
  });
  const cells = Object.entries(passing()).map(([fault, { effects }]) => [fault, cell(effects, 16)] as const);
  testRow(emulator, row, {
    ...Object.fromEntries(cells),
    'F7 403: it ends by itself': cell([status(403)], 16),
    'F7 404 after it was applied': cell([after(status(404))]),
    'F8 409 after it was applied': cell([after(status(409))]),
    'F9 the session has ended': {
      ...cell(),
      meanwhile: async (scene) => {
        await pauseFor(20 * MINUTE)(scene);
        scene.transfers.cancelAll();
      },
    },
    'F10 200 with HTML, and nothing was ended: it ends by itself': cell(
      [status(200, html, '<h1>Welcome</h1>')],
      16,
    ),
    'F12 another client writes the name meanwhile': {
      ...cell([cut]),
      meanwhile: async (scene) => {
        await cancel(scene);
        await putOther(scene, LARGE.name);
      },
    },
    'F8 the last fragment arrives all the same: whole, and once': {
      ...cell(),
      effects: [{ ...after(stall), match: PUT, nth: 2 }],
    },
    'F8 409, because the last fragment had arrived: whole, once, and a retry knows it for its own': {
      ...cell(),
      effects: [{ ...after(stall), match: PUT, nth: 2 }, status(409)],
      afterwards: async (scene, { id }) => {
        await scene.environment.leapFor(MINUTE);
        scene.transfers.retry(id);
        expect((await scene.rest())[0]?.state).toMatchObject({ status: 'done' });
        await expectBytesSent(scene, LARGE.size);
      },
    },
  });
});
