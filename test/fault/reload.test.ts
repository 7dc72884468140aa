/* oxlint-disable no-await-in-loop -- one life after another */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import '../../src/transfer/journal';
import { isAsking, isSettled, type TransferQueue } from '../../src/transfer';
import { FRAGMENT, observe, openQueue, openWorld, type Engine, type World } from '../fuzz/support/engine';
import { createBrowserOrigin } from '../support/browser-origin';
import { isCryptoBusy } from '../support/slow-crypto';
import { memoryFile, someBytes } from '../unit/transfer/support/memory-file';
import { openLocalEmulator, type LocalEmulator } from './support/local-wire';
import { expectTruth, type Truth } from './support/oracle';

const MINUTE = 60_000;
const DRIVES = {
  // A session of which nobody knows holds its name for a quarter of an hour.
  business: { user: 'work@contoso.example', sessionsEndWithin: 16 * MINUTE },
  personal: { user: 'personal@outlook.example', sessionsEndWithin: 8 * 24 * 60 * MINUTE },
} as const;
type DriveKind = keyof typeof DRIVES;
const journal = { clientId: 'client', accountId: () => 'megan' };

const emulators = new Map<DriveKind, LocalEmulator>();
beforeAll(async () => {
  for (const kind of ['business', 'personal'] as const) {
    const emulator = await openLocalEmulator(kind);
    const turn = async () => {
      do await emulator.wire.turn();
      while (isCryptoBusy());
    };
    emulators.set(kind, { ...emulator, wire: { ...emulator.wire, turn } });
  }
});
afterAll(() => Promise.all([...emulators.values()].map((emulator) => emulator.close())));

/** Two pages of one browser, one after the other; the first ends before this event of its upload. */
async function liveUntil(end: number, { kind, size, takenName, isFresh }: Case) {
  const emulator = emulators.get(kind);
  if (!emulator) throw new Error('No emulator.');
  const world = await openWorld({ emulator, user: DRIVES[kind].user, random: () => 0.5 });
  const { environment, root } = world;
  const origin = createBrowserOrigin((callback) => {
    void environment.during(() => new Promise((resolve) => setImmediate(() => resolve(callback()))));
  });
  let events = 0;
  const page = origin.openPage(environment, () => {
    events += 1;
    if (events === end) page.kill();
  });
  const first = openQueue(world, page.environment, journal);
  const file = memoryFile('film.bin', someBytes(size, 7), isFresh ? environment.now() : undefined);
  const asked: Engine['asked'][number][] = [];
  void first.upload([{ kind: 'file', file, path: [] }], root, {
    conflictBehavior: takenName,
    onStarted: ([taskId = '']) => asked.push({ taskId, file, takenName }),
  });
  await environment.leapUntil(() => events >= end || isAtRest(first));
  if (events < end) await environment.leapFor(MINUTE);
  return { world, origin, first, asked, isOver: events < end };
}

/** The page that comes after it. */
async function comeBack(world: World, origin: ReturnType<typeof createBrowserOrigin>): Promise<Engine> {
  const page = origin.openPage(world.environment);
  const engine = observe(world, openQueue(world, page.environment, journal));
  await engine.transfers.kept.use((opened) => opened.takeUp());
  await world.environment.leapFor(0);
  return engine;
}

function isAtRest({ tasks }: TransferQueue): boolean {
  const all = tasks.get();
  return all.length > 0 && all.every(({ state }) => isSettled(state) || isAsking(state));
}

const statesOf = ({ transfers }: Engine) => transfers.tasks.get().map(({ state }) => state.status);

const namesOf = (items: Truth['items']) =>
  items.filter(({ kind }) => kind === 'file').map(({ path }) => path.slice(path.lastIndexOf('/') + 1));

const keptIn = (origin: ReturnType<typeof createBrowserOrigin>) => [
  ...(origin.all().get('onedrive-control-uploads/entries')?.keys() ?? []),
];

interface Case {
  readonly kind: DriveKind;
  readonly size: number;
  /** More lives than these leave something to the next one. */
  readonly ways: number;
  readonly takenName?: 'rename';
  /** Just changed: there is no time to keep, and a small file is one request. */
  readonly isFresh?: true;
  /** Lives whose page did not hear, or could not write down, where its session is: a work drive holds the name for it. */
  readonly held: number;
  /** A personal drive does not, and such a session is still there when the file is. */
  readonly orphans: number;
}

const BOTH_KEPT = { size: 2 * FRAGMENT - 7, ways: 10, takenName: 'rename' } as const;
const SMALL = { size: 10 * 1024, ways: 2 } as const;
const ONE_REQUEST = { ...SMALL, isFresh: true, held: 0, orphans: 0 } as const;
/** Not a measure: twenty-seven lives on a busy machine. */
const PATIENCE = 120_000;

const CASES: Readonly<Record<string, Case>> = {
  'ten fragments, work': { kind: 'business', size: 10 * FRAGMENT - 7, ways: 20, held: 2, orphans: 0 },
  'two fragments, both kept, work': { ...BOTH_KEPT, kind: 'business', held: 2, orphans: 0 },
  'two fragments, both kept, personal': { ...BOTH_KEPT, kind: 'personal', held: 0, orphans: 2 },
  'one request, work': { ...ONE_REQUEST, kind: 'business' },
  'one request, personal': { ...ONE_REQUEST, kind: 'personal' },
  'small with its time, work': { ...SMALL, kind: 'business', held: 2, orphans: 0 },
  'small with its time, personal': { ...SMALL, kind: 'personal', held: 0, orphans: 2 },
};

describe('a page that ends at any event of an upload', () => {
  it.each(Object.entries(CASES))(
    'F11 the next one finishes it: %s',
    async (_what, given) => {
      const seen = { held: 0, orphans: 0 };
      let ways = 0;
      for (let end = 1, isOver = false; !isOver; end += 1) {
        const life = await liveUntil(end, given);
        isOver = life.isOver;
        if (keptIn(life.origin).length === 0) {
          await expectNothingToDo(life, end);
          continue;
        }
        ways += 1;
        const { held, orphans } = await expectNextFinishes(life, end, given);
        seen.held += held;
        seen.orphans += orphans;
      }
      expect(ways).toBeGreaterThan(given.ways);
      expect(seen).toEqual({ held: given.held, orphans: given.orphans });
    },
    PATIENCE,
  );
});

type Life = Awaited<ReturnType<typeof liveUntil>>;

/** Nothing was begun, or nothing is left. */
async function expectNothingToDo({ world, first }: Life, end: number): Promise<void> {
  const { items, uploadSessions } = await world.steering.truth(world.root.driveId);
  expect([end, namesOf(items), uploadSessions]).toEqual([end, isAtRest(first) ? ['film.bin'] : [], []]);
}

/** Resolves with whether its name was held, and the sessions of which nobody knows. */
async function expectNextFinishes({ world, origin, asked }: Life, end: number, { kind }: Case) {
  const engine = await comeBack(world, origin);
  engine.asked.push(...asked);
  await world.environment.leapUntil(() => isAtRest(engine.transfers));
  expect([end, statesOf(engine)]).toEqual([end, ['done']]);
  await world.environment.leapFor(1);
  const { items, uploadSessions } = await world.steering.truth(world.root.driveId);
  expect([end, namesOf(items)]).toEqual([end, ['film.bin']]);
  const held = Number(engine.told().includes('"reason":"held"'));
  await expectTruth(engine, DRIVES[kind]);
  expect([end, keptIn(origin)]).toEqual([end, []]);
  return { held, orphans: uploadSessions.length };
}
