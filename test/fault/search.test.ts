import { describe, expect, it } from 'vitest';
import { challenge, PASSING, status, type Effect } from './support/effects';
import { emptyDrive } from './support/empty-drive';
import { expectTruth } from './support/oracle';
import { putOther } from './support/row';
import { openScene, type Scene, type SceneOptions } from './support/scene';

await import('../../src/drive/elsewhere/create-elsewhere');

const emulator = emptyDrive();

const HOURS = 3_600_000;
/** What the index is asked, and what is read anew. */
const INDEX = { method: 'GET', path: 'search\\(' } as const;
const ANEW = { method: 'POST', path: 'batch' } as const;
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
  'F6 claims challenge': { effects: [challenge] },
};

async function openWithHits(cell: Cell): Promise<Scene> {
  const scene = await openScene(emulator(), cell.scene);
  for (const name of NAMES) {
    // oxlint-disable-next-line no-await-in-loop
    await putOther(scene, name);
  }
  const search = { kind: 'search', within: 'drive', query: 'txt' } as const;
  void scene.control.folder.openPath({ elsewhere: search });
  await listed(scene);
  expect(names(scene)).toEqual(NAMES);
  await cell.before?.(scene);
  return scene;
}

/** Until it is all there, or nothing more is tried by itself. */
async function listed({ control, environment }: Scene): Promise<void> {
  await environment.leapUntil(() => {
    const { path, listing } = control.folder.state.get();
    if (path.at(-1)?.elsewhere === undefined) return false;
    return listing.status === 'complete' || (listing.status === 'failed' && listing.retryAt === undefined);
  });
}

const names = ({ control }: Scene) =>
  control.folder.state
    .get()
    .rows.map(({ name }) => name)
    .toSorted();

async function play(cell: Cell, match: typeof INDEX | typeof ANEW): Promise<void> {
  const scene = await openWithHits(cell);
  await scene.script(...(cell.effects ?? []).map((effect) => ({ match, ...effect })));
  scene.control.folder.refresh();
  // D: what was found before stays.
  expect(names(scene)).toEqual(NAMES);
  await listed(scene);
  const { listing } = scene.control.folder.state.get();
  if (cell.fails === undefined) expect(listing.status).toBe('complete');
  else expect(listing).toMatchObject({ status: 'failed', error: { code: cell.fails } });
  expect(names(scene)).toEqual(NAMES);
  await expectTruth(scene);
}

describe('search', () => {
  const link = () => `${emulator().loginOrigin}/v1.0/me/drive/root/search(q='txt')?$top=100`;
  const page = (value: readonly object[]): Effect => status(200, {}, { value, '@odata.nextLink': link() });

  it.each(Object.entries({ ...passing, ...tokens }))('search %s', async (_fault, cell) => {
    await play(cell, INDEX);
  });

  it.each<[string, () => Cell]>([
    ['F7 403', () => ({ effects: [status(403)], fails: 'access-denied' })],
    ['F7 404', () => ({ effects: [status(404)], fails: 'not-found' })],
    [
      'F9 the next page is gone: once from the start',
      () => ({ effects: [page([]), { ...status(404), nth: 2 }] }),
    ],
    [
      'F10 200 with HTML',
      () => ({
        effects: [status(200, { 'content-type': 'text/html' }, '<h1>Welcome</h1>')],
        fails: 'unexpected-answer',
      }),
    ],
  ])('search %s', async (_fault, make) => {
    await play(make(), INDEX);
  });

  it('search F10 the same hit twice is one row', async () => {
    const scene = await openWithHits({});
    const [hit] = scene.control.folder.state.get().rows;
    const twice = { id: hit?.id, name: hit?.name, file: {} };
    await scene.script({ match: INDEX, ...status(200, {}, { value: [twice, twice] }) });
    scene.control.folder.refresh();
    await listed(scene);
    expect(names(scene)).toEqual([hit?.name]);
    await expectTruth(scene);
  });

  it.each(Object.entries(passing))('search, what is read anew: %s', async (_fault, cell) => {
    await play(cell, ANEW);
  });
});
