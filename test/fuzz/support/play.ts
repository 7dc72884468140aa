import type { LocalEmulator } from '../../fault/support/local-wire';
import { expectTruth } from '../../fault/support/oracle';
import { isAsking, isSettled } from '../../../src/transfer';
import { memoryFile, someBytes, type MemoryFile } from '../../unit/transfer/support/memory-file';
import { openEngine, type Engine } from './engine';
import { FOREIGN, type Act, type Scenario } from './scenario';

const USERS = { business: 'work@contoso.example', personal: 'personal@outlook.example' } as const;
/** So long a network stays away. */
const OFFLINE = 20_000;
/** A session of which nobody knows holds its name for a quarter of an hour on work drives, a week on personal ones. */
const SESSIONS_END = { business: 20 * 60_000, personal: 8 * 24 * 3600_000 } as const;

export interface Played {
  readonly faults: number;
  readonly requests: number;
  readonly states: readonly string[];
}

/** Plays a scenario to its end, and asks the oracle. Throws where something does not hold. */
export async function play(
  emulators: Record<Scenario['drive'], LocalEmulator>,
  given: Scenario,
): Promise<Played> {
  const emulator = emulators[given.drive];
  const engine = await openEngine({ emulator, user: USERS[given.drive], random: randomOf(given.seed) });
  const { environment, transfers, steering } = engine;
  // Half of them have a time that is worth keeping.
  const files = given.files.map(({ name, size }, index) =>
    memoryFile(
      name,
      someBytes(size, index + 1),
      (given.seed + index) % 2 === 0 ? 1_700_000_000_000 : environment.now(),
    ),
  );
  for (const index of given.occupied) await occupy(engine, files[index]);
  await steering.script(given.faults);
  if (given.unitsPerMinute !== undefined) {
    await emulator.steer('POST', 'throttling', { unitsPerMinute: given.unitsPerMinute });
  }
  const lastAct = schedule(engine, emulator, given, files);
  start(engine, given, files);
  await rest(engine);
  await environment.leapFor(Math.max(0, lastAct - environment.now()));
  await rest(engine);
  const log = (await (await emulator.steer('GET', 'log')).json()) as { fault: string | null }[];
  const states = transfers.tasks.get().map(({ state }) => state.status);
  emulator.setObserver(async () => {});
  await expectTruth(engine, { sessionsEndWithin: SESSIONS_END[given.drive] });
  return { faults: log.filter(({ fault }) => fault !== null).length, requests: log.length, states };
}

function start(
  { transfers, root, asked }: Engine,
  { files: wanted }: Scenario,
  files: readonly MemoryFile[],
) {
  wanted.forEach(({ folder, takenName }, index) => {
    const file = files[index];
    if (!file) return;
    void transfers.upload([{ kind: 'file', file, path: folder === undefined ? [] : [folder] }], root, {
      conflictBehavior: takenName,
      onStarted: ([taskId]) => taskId !== undefined && asked.push({ taskId, file, takenName }),
    });
  });
}

async function rest({ environment, transfers }: Engine): Promise<void> {
  await environment.leapUntil(() =>
    transfers.tasks
      .get()
      .every(({ state }) => isSettled(state) || isAsking(state) || state.status === 'paused'),
  );
}

async function occupy({ steering }: Engine, file: MemoryFile | undefined): Promise<void> {
  if (!file) return;
  const path = `root:/${encodeURIComponent(file.name)}:/content`;
  await steering.other('PUT', path, new Blob([someBytes(FOREIGN, 99)]));
}

/** Acts come at their moment: those of a time by a timer, the others just before a request. Gives the last time. */
function schedule(
  engine: Engine,
  emulator: LocalEmulator,
  given: Scenario,
  files: readonly MemoryFile[],
): number {
  const { environment } = engine;
  const run = (act: Act) => perform(engine, emulator, act, files);
  let last = environment.now();
  const byRequest = new Map<number, Act[]>();
  for (const act of given.acts) {
    if ('request' in act.when) {
      byRequest.set(act.when.request, [...(byRequest.get(act.when.request) ?? []), act]);
    } else {
      last = Math.max(last, environment.now() + act.when.time);
      environment.after(act.when.time, () => void environment.during(() => run(act)));
    }
  }
  emulator.setObserver(async (count) => {
    // oxlint-disable-next-line no-await-in-loop
    for (const act of byRequest.get(count) ?? []) await run(act);
  });
  return last + 1;
}

async function perform(engine: Engine, emulator: LocalEmulator, act: Act, files: readonly MemoryFile[]) {
  const { transfers, asked, steering, environment } = engine;
  const one = asked[act.index % Math.max(1, asked.length)];
  const file = files[act.index % files.length];
  const path = `root:/${encodeURIComponent(file?.name ?? '')}:`;
  if (!one) return;
  const answer = (how: 'replace' | 'rename' | 'skip') => {
    if (transfers.tasks.get().find(({ id }) => id === one.taskId)?.state.status !== 'conflict') return;
    one.answer = how;
    transfers.resolveConflict(one.taskId, how);
  };
  const acts: Record<Act['what'], () => unknown> = {
    pause: () => transfers.pause(one.taskId),
    'pause all': () => transfers.pauseAll(),
    'resume all': () => transfers.resumeAll(),
    cancel: () => transfers.cancel(one.taskId),
    'cancel all': () => transfers.cancelAll(),
    retry: () => transfers.retry(one.taskId),
    'retry failed': () => transfers.retryFailed(),
    replace: () => answer('replace'),
    'keep both': () => answer('rename'),
    skip: () => answer('skip'),
    disconnect: () => {
      emulator.setConnected(false);
      environment.connection.set(false);
      environment.after(OFFLINE, () => {
        emulator.setConnected(true);
        environment.connection.set(true);
      });
    },
    'another client writes': () =>
      steering.other('PUT', `${path}/content`, new Blob([someBytes(FOREIGN, 98)])),
    'another client deletes': () => steering.other('DELETE', path),
    'another client makes a folder': () =>
      steering.other('POST', 'root/children', JSON.stringify({ name: file?.name, folder: {} }), {
        'content-type': 'application/json',
      }),
  };
  await acts[act.what]();
}

/** mulberry32: small, and the same everywhere. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
