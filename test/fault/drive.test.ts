import { describe, expect, it } from 'vitest';
import { summarizeOperation, type DriveItem } from '../../src/drive';
import { toOneDriveError } from '../../src/lib';
import { emptyDrive } from './support/empty-drive';
import { after, challenge, cut, PASSING, stall, status, times, type Effect } from './support/effects';
import { expectTruth } from './support/oracle';
import { putFolder, putOther } from './support/row';
import { openScene, type Scene, type SceneOptions } from './support/scene';

const emulator = emptyDrive();

const HOURS = 3_600_000;
const LIST = { method: 'GET', path: '/children' } as const;
const NAMES = ['a.txt', 'b.txt', 'c.txt'];

interface Cell {
  readonly effects?: readonly Effect[];
  /** The code of what it ends in; nothing where it is done. */
  readonly fails?: string;
  readonly scene?: SceneOptions;
  readonly before?: (scene: Scene) => Promise<unknown>;
}

const passing = Object.fromEntries(
  Object.entries(PASSING).map(([fault, effect]): [string, Cell] => [fault, { effects: [effect] }]),
);
const tokens: Record<string, Cell> = {
  'F6 the token is refused once': { effects: [status(401)] },
  'F6 the token has ended': {
    scene: { keepsToken: true },
    before: ({ environment }) => environment.leapFor(2 * HOURS),
  },
  'F6 clock two hours ahead': { scene: { clockAhead: 2 * HOURS }, effects: [status(401)] },
  'F6 clock two hours behind': { scene: { clockAhead: -2 * HOURS }, effects: [status(401)] },
  'F6 claims challenge': { effects: [challenge] },
};

async function openWithFiles(cell: Cell): Promise<Scene> {
  const scene = await openScene(emulator(), cell.scene);
  for (const name of NAMES) {
    // oxlint-disable-next-line no-await-in-loop
    await putOther(scene, name);
  }
  scene.control.folder.refresh();
  await listed(scene);
  await cell.before?.(scene);
  return scene;
}

/** Until it is all there, or nothing more is tried by itself. */
async function listed({ control, environment }: Scene): Promise<void> {
  await environment.leapUntil(() => {
    const { listing } = control.folder.state.get();
    return listing.status === 'complete' || (listing.status === 'failed' && listing.retryAt === undefined);
  });
}

const rows = ({ control }: Scene) => control.folder.state.get().rows.map(({ name }) => name);

describe('list folder', () => {
  const page = (value: readonly object[]): Effect =>
    status(
      200,
      {},
      { value, '@odata.nextLink': `${emulator().loginOrigin}/v1.0/me/drive/root/children?$top=200` },
    );
  const again = { id: 'TWICE', name: 'twice.txt', size: 1, file: {}, parentReference: {} };
  it.each<[string, () => Cell]>([
    ...Object.entries({ ...passing, ...tokens }).map(([fault, cell]): [string, () => Cell] => [
      fault,
      () => cell,
    ]),
    ['F7 403', () => ({ effects: [status(403)], fails: 'access-denied' })],
    ['F7 404', () => ({ effects: [status(404)], fails: 'not-found' })],
    [
      'F9 the next page is gone: once from the start',
      () => ({ effects: [page([again]), { ...status(404), nth: 2 }] }),
    ],
    ['F10 a page without items', () => ({ effects: [page([])] })],
    ['F10 the same item twice', () => ({ effects: [page([again, again]), { ...status(404), nth: 2 }] })],
    [
      'F10 200 with HTML',
      () => ({
        effects: [status(200, { 'content-type': 'text/html' }, '<h1>Welcome</h1>')],
        fails: 'unexpected-answer',
      }),
    ],
  ])('list folder %s', async (_fault, make) => {
    const cell = make();
    const scene = await openWithFiles(cell);
    await scene.script(...(cell.effects ?? []).map((effect) => ({ match: LIST, ...effect })));
    scene.control.folder.refresh();
    // D: what was shown stays.
    expect(rows(scene)).toEqual(NAMES);
    await listed(scene);
    const { listing } = scene.control.folder.state.get();
    if (cell.fails === undefined) expect(listing.status).toBe('complete');
    else expect(listing).toMatchObject({ status: 'failed', error: { code: cell.fails } });
    expect(rows(scene)).toEqual(NAMES);
    await expectTruth(scene);
  });

  it('list folder F12 another client adds and deletes: read anew', async () => {
    const scene = await openWithFiles({});
    await scene.script({ match: LIST, ...after(cut) });
    scene.control.folder.refresh();
    await putOther(scene, 'd.txt');
    await scene.other('DELETE', 'root:/a.txt:');
    await listed(scene);
    scene.control.folder.refresh();
    await listed(scene);
    expect(rows(scene)).toEqual(['b.txt', 'c.txt', 'd.txt']);
    await expectTruth(scene);
  });
});

/** Runs a command on the first file, and gives the code of its failure. */
async function run(
  scene: Scene,
  command: (item: DriveItem) => Promise<unknown>,
): Promise<string | undefined> {
  const [item] = scene.control.folder.state.get().rows;
  if (!item) throw new Error('Nothing is listed.');
  let end: { readonly code?: string } | undefined;
  command(item).then(
    () => (end = {}),
    (reason: unknown) => (end = toOneDriveError(reason)),
  );
  await scene.environment.leapUntil(() => end !== undefined);
  return end?.code;
}
const names = async (scene: Scene) =>
  (await scene.truth()).items
    .filter(({ kind }) => kind === 'file')
    .map(({ path }) => path.slice(1))
    .toSorted();

describe('rename', () => {
  const RENAMED = ['b.txt', 'c.txt', 'new.txt'];
  const {
    'F4 busy': busy,
    'F4 over the limit': limit,
    'F4 throttled, seconds': seconds,
    'F4 throttled, no time': none,
  } = passing;
  it.each<[string, Cell & { readonly applied?: boolean }]>([
    ['F2 applied, answer lost', { effects: [after(cut)] }],
    ['F3 stall', { effects: [stall], fails: 'timed-out' }],
    ['F3 stall after it was applied', { effects: [after(stall)] }],
    ['F4 throttled, seconds', seconds ?? {}],
    ['F4 throttled, no time', none ?? {}],
    ['F4 busy', busy ?? {}],
    ['F4 over the limit', limit ?? {}],
    ['F5 500', { effects: [status(500)], fails: 'unavailable' }],
    ['F5 500 after it was applied', { effects: [after(status(500))] }],
    ...Object.entries(tokens),
    ['F7 403', { effects: [status(403)], fails: 'access-denied' }],
    ['F7 404', { effects: [status(404)], fails: 'not-found' }],
    ['F8 the name is taken', { before: (scene) => putOther(scene, 'new.txt'), fails: 'name-conflict' }],
    ['F8 412 although nothing has changed: once more', { effects: [status(412)] }],
    ['F8 423 locked', { effects: [status(423)], fails: 'locked' }],
    ['F10 200 without the item', { effects: [after(status(200, {}, {}))] }],
    [
      'F12 another client renames it first',
      {
        before: (scene) =>
          scene.other('PATCH', 'root:/a.txt:', JSON.stringify({ name: 'other.txt' }), {
            'content-type': 'application/json',
          }),
        fails: 'changed-elsewhere',
      },
    ],
    ['F14 full', { effects: [status(507)], fails: 'quota-exceeded' }],
  ])('rename %s', async (_fault, cell) => {
    const scene = await openWithFiles(cell);
    const before = await names(scene);
    await scene.script(...(cell.effects ?? []).map((effect) => ({ match: { method: 'PATCH' }, ...effect })));
    const code = await run(scene, (item) => scene.control.commands.rename(item, 'new.txt'));
    expect(code).toBe(cell.fails);
    expect(await names(scene)).toEqual(code === undefined ? RENAMED : before);
    scene.end();
  });
});

describe('move', () => {
  const moved = async (scene: Scene) =>
    (await scene.truth()).items.some(({ path }) => path === '/There/a.txt');
  it.each<[string, Cell]>([
    ['F2 applied, answer lost', { effects: [after(cut)] }],
    ['F3 stall after it was applied', { effects: [after(stall)] }],
    ['F5 500', { effects: [status(500)], fails: 'unavailable' }],
    ['F5 500 after it was applied', { effects: [after(status(500))] }],
    ...Object.entries(tokens),
    ['F7 403', { effects: [status(403)], fails: 'access-denied' }],
    [
      'F8 the name is taken there',
      { before: (scene) => putOther(scene, 'There/a.txt'), fails: 'name-conflict' },
    ],
    ['F8 412 although nothing has changed: once more', { effects: [status(412)] }],
    ['F8 423 locked', { effects: [status(423)], fails: 'locked' }],
    ['F10 200 without the item', { effects: [after(status(200, {}, {}))] }],
  ])('move %s', async (_fault, cell) => {
    const scene = await openWithFiles({
      ...cell,
      before: async (there) => {
        await putFolder(there, 'There');
        await cell.before?.(there);
      },
    });
    const target = (await scene.truth()).items.find(({ path }) => path === '/There');
    const { driveId = '' } = scene.control.folder.state.get().rows[0] ?? {};
    await scene.script(...(cell.effects ?? []).map((effect) => ({ match: { method: 'PATCH' }, ...effect })));
    const code = await run(scene, async (item) => {
      const to = { driveId, id: target?.id ?? '', name: 'There' };
      const [outcome] = await scene.control.commands.move([item], to);
      if (outcome?.error) throw outcome.error;
    });
    expect(code).toBe(cell.fails);
    expect(await names(scene)).toHaveLength(cell.before && cell.fails ? 4 : 3);
    if (code !== 'name-conflict') expect(await moved(scene)).toBe(code === undefined);
    scene.end();
  });
});

describe('rename', () => {
  it('rename F1 unreachable: told, tried again by a word, and taken back', async () => {
    const scene = await openWithFiles({});
    const { operations, folder } = scene.control;
    const [item] = folder.state.get().rows;
    if (!item) throw new Error('Nothing is listed.');
    await scene.script({ match: { method: 'PATCH' }, ...cut });
    const settled = () => operations.all.get().every((operation) => !summarizeOperation(operation).isRunning);
    void operations.begin({ kind: 'rename', renames: [{ item, name: 'new.txt' }] });
    await scene.environment.leapUntil(() => operations.all.get().length > 0 && settled());
    expect(operations.all.get()[0]?.entries[0]?.result.status).toBe('failed');
    expect(await names(scene)).toEqual(NAMES);
    expect(rows(scene)).toEqual(NAMES);
    operations.retry(operations.all.get()[0]?.id ?? '');
    await scene.environment.leapUntil(settled);
    expect(await names(scene)).toEqual(['b.txt', 'c.txt', 'new.txt']);
    operations.undo(operations.all.get()[0]?.id ?? '');
    await scene.environment.leapUntil(settled);
    expect(await names(scene)).toEqual(NAMES);
    expect(rows(scene)).toEqual(NAMES);
    scene.end();
  });
});

describe('delete', () => {
  it.each<[string, Cell]>([
    ...Object.entries({ ...passing, ...tokens }).filter(([fault]) => fault !== 'F4 throttled, long'),
    ['F7 404: it is gone', { effects: [after(status(404))] }],
    ['F7 403', { effects: [status(403)], fails: 'access-denied' }],
    ['F8 423 locked', { effects: [status(423)], fails: 'locked' }],
    [
      'F12 another client has written it',
      { before: (scene) => putOther(scene, 'a.txt'), fails: 'changed-elsewhere' },
    ],
    ['F5 never again well', { effects: [times(99, status(500))], fails: 'unavailable' }],
  ])('delete %s', async (_fault, cell) => {
    const scene = await openWithFiles(cell);
    await scene.script(...(cell.effects ?? []).map((effect) => ({ match: { method: 'DELETE' }, ...effect })));
    const code = await run(scene, async (item) => {
      const [outcome] = await scene.control.commands.remove([item]);
      if (outcome?.error) throw outcome.error;
    });
    expect(code).toBe(cell.fails);
    expect(await names(scene)).toEqual(code === undefined ? NAMES.slice(1) : NAMES);
    scene.end();
  });
});
