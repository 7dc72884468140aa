import { beforeEach, describe, expect, it, vi } from 'vitest';
import { UNNAMED, type Connection, type KeepWork, type PageReturn } from '../../../src/auth';
import { followLeaving } from '../../../src/control/unfinished/follow-leaving';
import type { SavingPort } from '../../../src/control/unfinished/saving-port';
import { sharePage, type PageShare } from '../../../src/control/page-share';
import { keepActs, type KeptActs } from '../../../src/control/unfinished/kept-acts';
import type { PendingAct } from '../../../src/control/unfinished/pending-act';
import { createStore, OneDriveError, type ErrorCode, type ReadableStore } from '../../../src/lib';
import type { TransferTask } from '../../../src/transfer';
import { QUEUED } from '../../../src/transfer/transfer-state';
import { buildAccount } from '../../support/fake-identity';
import { createMemoryDatabase } from '../../support/memory-database';
import { createManualEnvironment } from '../../support/manual-environment';

const clientId = 'client';
const connected = (id: string): Connection => ({ state: 'connected', account: buildAccount(id) });
const MINE = 'onedrive-control.left.client.1';
const HERE = 'onedrive-control.left.client.0';
const THEIRS = 'onedrive-control.left.other.0';

function setUp(path: readonly string[] = []) {
  const { factory, records } = createMemoryDatabase();
  const environment = { ...createManualEnvironment(), database: () => factory };
  const storage = environment.tabStorage();
  const note = (accountId: string) =>
    JSON.stringify({ id: 'x', accountId, path: ['A'], until: environment.now() + 60_000 });
  const connection = createStore<Connection>({ state: 'starting' });
  const leavers = new Set<KeepWork>();
  /** A page with one control, with nothing that waits unless told. */
  const open = (returned?: PageReturn, of: Partial<OfControl> = {}) => {
    const { share = sharePage({ ...environment }), tasks = createStore<readonly Uploading[]>([]) } = of;
    leavers.clear();
    const onLeave = (keep: KeepWork) => {
      leavers.add(keep);
      return () => leavers.delete(keep);
    };
    const leaving = { clientId, obstacle: undefined, returned: Promise.resolve(returned), onLeave };
    const errand = { kind: 'upload', target, conflictBehavior: 'ask' } as const;
    return followLeaving(
      { connection: of.connection ?? connection, ...(!of.isHosts && { leaving }) } as never,
      {
        share,
        folder: { state: createStore(listedFolder(path)) },
        transfers: {
          tasks,
          kept: { goesOn: () => false, use: async () => undefined },
          unfinished: (besides: readonly string[] = []) =>
            tasks
              .get()
              .flatMap(({ name }) =>
                besides.includes(name)
                  ? []
                  : { ...errand, source: { kind: 'file', file: new File(['x'], name), path: [] } },
              ),
        },
        waiting: [],
      } as never,
    );
  };
  const leave = async () => {
    const undone = await Promise.all([...leavers].map((keep) => keep()));
    return () => undone.forEach((undo) => undo());
  };
  return { environment, connection, storage, note, records, open, leave };
}

type Uploading = Pick<TransferTask, 'kind' | 'name' | 'state'>;

interface OfControl {
  readonly share: PageShare;
  readonly connection: ReadableStore<Connection>;
  readonly tasks: ReadableStore<readonly Uploading[]>;
  /** Signed in by the page: it never leaves itself. */
  readonly isHosts: boolean;
}

const keptNames = (records: ReadonlyMap<unknown, unknown>) =>
  [...records.values()].flatMap((kept) => (kept as KeptActs).acts.flatMap(({ names }) => names));

const target = { driveId: 'drive', id: 'target', name: 'Target' };
const uploading = (name: string): Uploading => ({ kind: 'upload', name, state: QUEUED });

describe('what is kept for coming back', () => {
  let scene: ReturnType<typeof setUp>;
  beforeEach(async () => {
    scene = setUp();
    const { environment, storage, note } = scene;
    storage?.setItem(MINE, note('megan'));
    storage?.setItem(THEIRS, note('megan'));
    const kept = { clientId, accountId: 'megan', acts: [], until: environment.now() + 60_000 };
    await keepActs(environment, 'mine', kept);
    await keepActs(environment, 'another account', { ...kept, accountId: 'alex' });
    await keepActs(environment, 'another client', { ...kept, clientId: 'other' });
    scene.open();
    // What wipes is loaded behind the first screen.
    await vi.dynamicImportSettled();
  });
  const left = () => [...scene.records.keys()];

  it.each<[string, Connection]>([
    ['disconnects', { state: 'signed-out' }],
    ['makes room for somebody else', connected('alex')],
  ])('is gone without a key of this account and client once its owner %s', async (_what, next) => {
    scene.connection.set(connected('megan'));
    scene.connection.set(next);
    await vi.waitFor(() => expect(left()).toEqual(['another account', 'another client']));
    expect(scene.storage?.getItem(MINE)).toBeNull();
    expect(scene.storage?.getItem(THEIRS)).not.toBeNull();
  });

  it('stays while the sign-in has ended, and behind a window', async () => {
    scene.connection.set(connected('megan'));
    scene.connection.set({ state: 'expired', account: buildAccount('megan') });
    scene.connection.set({ state: 'connecting', account: buildAccount('megan') });
    scene.connection.set(connected('megan'));
    await scene.environment.advance(0);
    expect(left()).toHaveLength(3);
    expect(scene.storage?.getItem(MINE)).not.toBeNull();
  });

  it('is gone at the next start, once nobody comes back for it any more', async () => {
    await scene.environment.advance(60_000);
    scene.open();
    await vi.waitFor(() => expect(left()).toEqual([]));
    expect(scene.storage?.getItem(MINE)).toBeNull();
  });
});

describe('the folder that was open', () => {
  it('is open again for the same person, though nothing waited', async () => {
    const { connection, open, leave } = setUp(['Documents', 'Projects']);
    connection.set({ state: 'expired', account: buildAccount() });
    open();
    connection.set({ state: 'connecting', account: buildAccount() });
    await leave();
    connection.set({ state: 'starting' });
    const back = open('signed-in');
    connection.set(connected('megan'));
    expect(back.place([])).toEqual(['Documents', 'Projects']);
    expect(back.place([])).toEqual([]);
  });
});

describe('what was begun, on the page that comes back', () => {
  const acts: PendingAct[] = [{ kind: 'delete', items: [], names: ['a.txt'] }];
  async function setUpKept() {
    const scene = setUp();
    const { environment, storage, note } = scene;
    storage?.setItem(HERE, note('megan'));
    await keepActs(environment, 'x', {
      clientId,
      accountId: 'megan',
      acts,
      until: environment.now() + 60_000,
    });
    return scene;
  }
  const error = new OneDriveError('consent-declined');
  const offer = { accountId: 'megan', status: 'offered', acts };

  it('is offered to its owner, once', async () => {
    const { connection, open, storage, records } = await setUpKept();
    connection.set(connected('megan'));
    const { resumption } = open('signed-in');
    await vi.waitFor(() => expect(resumption.get()).toEqual(offer));
    expect(storage?.getItem(HERE)).toBeNull();
    expect([...records.keys()]).toEqual([]);
  });

  it('is a refusal to be told where nothing was begun, until it is seen', async () => {
    const { connection, open, storage, note } = setUp();
    storage?.setItem(HERE, note('megan'));
    connection.set(connected('megan'));
    const back = open(error);
    const refused = { accountId: 'megan', status: 'refused', error };
    await vi.waitFor(() => expect(back.resumption.get()).toEqual(refused));
    back.discard();
    await vi.waitFor(() => expect(back.resumption.get()).toBeUndefined());
  });

  it.each<[string, Connection, 'signed-in' | OneDriveError | undefined]>([
    ['somebody else', connected('alex'), 'signed-in'],
    ['nobody', { state: 'signed-out', error }, error],
  ])('stays kept where %s is there, and waits for its owner', async (_who, next, outcome) => {
    const { connection, open, records, storage } = await setUpKept();
    connection.set(next);
    const { resumption } = open(outcome);
    await vi.dynamicImportSettled();
    await new Promise((resolve) => setTimeout(resolve));
    expect(resumption.get()).toBeUndefined();
    expect([...records.keys()]).toEqual(['x']);
    expect(storage?.getItem(HERE)).not.toBeNull();
    connection.set(connected('megan'));
    await vi.waitFor(() => expect(resumption.get()).toEqual(offer));
  });

  it('is not put aside by somebody who goes to Microsoft before they are signed in', async () => {
    const { connection, open, leave, storage } = await setUpKept();
    const before = storage?.getItem(HERE);
    connection.set({ state: 'signed-out' });
    open();
    const undo = await leave();
    undo();
    expect(storage?.getItem(HERE)).toBe(before);
  });
});

describe('several controls on one page', () => {
  function setUpTwo() {
    const scene = setUp();
    const share = sharePage(scene.environment);
    const other = createStore<Connection>(connected('alex'));
    const tasks = createStore<readonly Uploading[]>([]);
    scene.connection.set({ state: 'connecting', account: buildAccount('megan') });
    return { ...scene, share, other, tasks };
  }
  it('all put their work away before one of them takes the page to Microsoft', async () => {
    const { share, other, tasks, open, leave, records, environment } = setUpTwo();
    open(undefined, { share, connection: other, tasks, isHosts: true });
    open(undefined, { share });
    tasks.set([uploading('theirs.pdf')]);
    await leave();
    expect(keptNames(records)).toEqual(['theirs.pdf']);

    const after = { share: sharePage({ ...environment }), connection: other, isHosts: true };
    const back = open(undefined, after);
    await vi.waitFor(() =>
      expect(back.resumption.get()).toMatchObject({ accountId: 'alex', status: 'offered' }),
    );
  });

  it('stay where one of them can’t keep its work: that of somebody without a name', async () => {
    const { share, tasks, open, leave, records, storage } = setUpTwo();
    const nameless = createStore<Connection>({ state: 'connected', account: UNNAMED });
    open(undefined, { share, connection: nameless, tasks, isHosts: true });
    open(undefined, { share });
    tasks.set([uploading('theirs.pdf')]);
    await expect(leave()).rejects.toMatchObject({ code: 'work-not-kept' });
    expect([...records.keys()]).toEqual([]);
    expect(storage).toHaveLength(0);
  });

  it('are asked no more once they are gone', async () => {
    const { share, tasks, open, leave, records } = setUpTwo();
    const gone = open(undefined, { share, tasks });
    open(undefined, { share });
    tasks.set([uploading('theirs.pdf')]);
    gone.end();
    await leave();
    expect([...records.keys()]).toEqual([]);
  });
});

describe('uploads that would end with an account', () => {
  it('are counted in all controls that share its sign-in, failed ones that can be tried again as well', () => {
    const { open, environment, connection } = setUp();
    const share = sharePage(environment);
    const failed: Uploading = {
      ...uploading('c'),
      state: { status: 'failed', error: new OneDriveError('offline') },
    };
    const download: Uploading = { ...uploading('d'), kind: 'download' };
    open(undefined, { share, tasks: createStore([uploading('a'), uploading('b')]) });
    open(undefined, {
      share,
      tasks: createStore([uploading('x')]),
      connection: createStore(connected('alex')),
    });
    const asked = open(undefined, { share, connection, tasks: createStore([failed, download]) });
    expect(asked.uploadsAtStake()).toBe(3);
    asked.end();
    expect(asked.uploadsAtStake()).toBe(2);
  });
});

describe('the browser’s question before the page goes', () => {
  const failed = (code: ErrorCode): Uploading => ({
    ...uploading('a'),
    state: { status: 'failed', error: new OneDriveError(code) },
  });

  it.each<[string, readonly Uploading[], boolean]>([
    ['nothing is under way', [], false],
    ['an upload runs', [uploading('a')], true],
    ['a download runs', [{ ...uploading('a'), kind: 'download' }], true],
    ['an upload has failed that can be tried again', [failed('offline')], true],
    ['an upload has failed for good', [failed('source-changed')], false],
    ['a download has failed', [{ ...failed('offline'), kind: 'download' }], false],
  ])('where %s', async (_what, now, isAsked) => {
    const { environment, open } = setUp();
    const tasks = createStore<readonly Uploading[]>([]);
    const { end } = open(undefined, { tasks });
    await vi.dynamicImportSettled();
    tasks.set(now);
    expect(environment.isAsking()).toBe(isAsked);
    end();
    expect(environment.isAsking()).toBe(false);
  });

  it('is not asked once everything is put away, and again where the page stays', async () => {
    const { environment, connection, open, leave } = setUp();
    connection.set(connected('megan'));
    const tasks = createStore([uploading('a')]);
    open(undefined, { tasks });
    await vi.waitFor(() => expect(environment.isAsking()).toBe(true));
    const undo = await leave();
    expect(environment.isAsking()).toBe(false);
    undo();
    expect(environment.isAsking()).toBe(true);
  });

  it('is asked while something is offered, which nothing else keeps any more', async () => {
    const { environment, connection, open, storage, note } = setUp();
    storage?.setItem(HERE, note('megan'));
    const acts = [{ kind: 'create-folder', parent: target, name: 'A', names: ['A'] }] as const;
    await keepActs(environment, 'x', {
      clientId,
      accountId: 'megan',
      acts,
      until: environment.now() + 60_000,
    });
    connection.set(connected('megan'));
    const back = open(undefined);
    await vi.waitFor(() => expect(back.resumption.get()?.status).toBe('offered'));
    expect(environment.isAsking()).toBe(true);
    back.discard();
    await vi.waitFor(() => expect(environment.isAsking()).toBe(false));
  });
});

describe('what the page wants to have saved', () => {
  const files = { files: [new File(['pages'], 'Scan.pdf')], folder: 'Reports' };
  const port = async (calls: string[] = [], taskIds: readonly string[] = []): Promise<SavingPort> => ({
    unsaved: () => ({ files, taskIds }),
    again: ({ folder }) => void calls.push(`again in ${JSON.stringify(folder)}`),
    giveUp: () => void calls.push('given up'),
  });
  const offer = { status: 'offered', acts: [{ kind: 'save', names: ['Scan.pdf'] }] };

  async function goAndComeBack(scene: ReturnType<typeof setUp>, outcome?: PageReturn) {
    scene.open().followSaving(() => port());
    await scene.leave();
    scene.connection.set({ state: 'starting' });
    const back = scene.open(outcome);
    const calls: string[] = [];
    back.followSaving(() => port(calls));
    await vi.dynamicImportSettled();
    return { back, calls };
  }

  it('before anybody had signed in is offered to whoever has', async () => {
    const scene = setUp();
    scene.connection.set({ state: 'connecting', interaction: 'redirect' });
    const { back, calls } = await goAndComeBack(scene, 'signed-in');
    expect(back.resumption.get()).toBeUndefined();
    scene.connection.set(connected('megan'));
    await vi.waitFor(() => expect(back.resumption.get()).toMatchObject({ ...offer, accountId: 'megan' }));
    back.resume();
    await vi.waitFor(() => expect(calls).toEqual(['again in "Reports"']));
    expect(back.resumption.get()).toBeUndefined();
  });

  it('is given up by the user’s word, and the page hears of it', async () => {
    const scene = setUp();
    scene.connection.set({ state: 'expired', account: buildAccount('megan') });
    const { back, calls } = await goAndComeBack(scene, 'signed-in');
    scene.connection.set(connected('megan'));
    await vi.waitFor(() => expect(back.resumption.get()).toMatchObject(offer));
    back.discard();
    await vi.waitFor(() => expect(calls).toEqual(['given up']));
    expect(back.resumption.get()).toBeUndefined();
  });

  it('is kept once, though its upload has begun', async () => {
    const { connection, open, leave, records } = setUp();
    connection.set(connected('megan'));
    const tasks = createStore([uploading('Scan.pdf'), uploading('other.pdf')]);
    open(undefined, { tasks }).followSaving(() => port([], ['Scan.pdf']));
    await leave();
    expect(keptNames(records)).toEqual(['other.pdf', 'Scan.pdf']);
  });

  it('keeps the page where somebody else’s work is still waiting there', async () => {
    const { connection, open, leave, storage, note } = setUp();
    storage?.setItem(HERE, note('megan'));
    connection.set({ state: 'signed-out' });
    open().followSaving(() => port());
    await expect(leave()).rejects.toMatchObject({ code: 'work-not-kept' });
    expect(storage?.getItem(HERE)).toBe(note('megan'));
  });
});

function listedFolder(path: readonly string[]) {
  return { path: ['', ...path].map((name) => ({ name })), rows: [], listing: { status: 'complete' } };
}
