import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Connection, PageLeaving } from '../../../src/auth';
import { followLeaving } from '../../../src/control/unfinished/follow-leaving';
import { keepActs } from '../../../src/control/unfinished/kept-acts';
import type { PendingAct } from '../../../src/control/unfinished/pending-act';
import { createStore, OneDriveError } from '../../../src/lib';
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
  let leave = async () => () => {};
  const connection = createStore<Connection>({ state: 'starting' });
  /** A page with one control, with nothing that waits. */
  const open = (returned?: Awaited<PageLeaving['returned']>) =>
    followLeaving(
      {
        connection,
        leaving: {
          clientId,
          obstacle: undefined,
          returned: Promise.resolve(returned),
          onLeave: (keep: typeof leave) => {
            leave = keep;
            return () => undefined;
          },
        },
      } as never,
      {
        share: { environment, takeNumber: () => ({ number: 0, free: () => undefined }) },
        folder: { state: { get: () => ({ path: ['', ...path].map((name) => ({ name })) }) } },
        transfers: { unfinished: () => [] },
        waiting: [],
      } as never,
    );
  return { environment, connection, storage, note, records, open, leave: () => leave() };
}

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
