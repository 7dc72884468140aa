import { describe, expect, it, vi } from 'vitest';
import { createFolderBrowser, type DriveItem } from '../../../../src/drive';
import { createOperations, type OperationsOptions } from '../../../../src/drive/operations/create-operations';
import type { Operation, Outcome, Step } from '../../../../src/drive/operations/operation';
import { createStore, OneDriveError } from '../../../../src/lib';
import { buildFile, buildFolder } from '../../../support/drive-items';
import { createFakeDriveRequests } from '../../../support/fake-drive-requests';
import { createManualEnvironment } from '../../../support/manual-environment';

const ROOT = buildFolder({ id: 'root', name: 'root', root: {}, parentReference: { driveId: 'drive' } });
const [A, B, C] = ['a.txt', 'b.txt', 'c.txt'].map((name) => buildFile({ id: name, name })) as [
  DriveItem,
  DriveItem,
  DriveItem,
];
const THERE = buildFolder({ id: 'there', name: 'There', folder: { childCount: 1 } });
const TARGET = { driveId: 'drive', id: 'there', name: 'There' };

/** Operations over a real listing; each step ends when the test says how. */
async function setUp(change: Partial<OperationsOptions> = {}) {
  const environment = createManualEnvironment();
  const requests = createFakeDriveRequests(ROOT, [A, B, C, THERE]);
  const folder = createFolderBrowser({
    requests,
    commands: { createFolder: () => Promise.reject(new Error('Not asked.')) },
    environment,
  });
  await folder.openPath([]);
  requests.listings[0]?.page(A, B, C, THERE);
  requests.listings[0]?.end();
  await vi.waitFor(() => expect(folder.state.get().listing.status).toBe('complete'));
  const all = createStore<readonly Operation[]>([]);
  const deleted = createStore<readonly DriveItem[]>([]);
  const told: (readonly [string, ...string[]])[] = [];
  const steps: { readonly step: Step; readonly end: (outcome: Outcome) => void }[] = [];
  const ended = new AbortController();
  const operations = createOperations({
    all,
    folder,
    shown: () => [folder.state.get()],
    environment: { randomId: () => `o${all.get().length + steps.length}` },
    authorizeWrite: async () => undefined,
    canRestore: () => false,
    tell: ({ kind, items }) => void told.push([kind, ...items.map(({ id }) => id)]),
    deleted,
    ended: () => ended.signal,
    carryOut: (step) => new Promise((end) => void steps.push({ step, end })),
    ...change,
  });
  const rows = () => folder.state.get().rows.map(({ name }) => name);
  /** Ends the step that runs now. */
  const end = async (outcome: Outcome) => {
    const count = steps.length;
    await vi.waitFor(() => expect(steps.length).toBeGreaterThan(0));
    steps.at(-1)?.end(outcome);
    await vi.waitFor(() => expect(steps.length > count || isQuiet()).toBe(true));
  };
  const isQuiet = () =>
    all.get().every(({ entries }) => entries.every(({ result }) => result.status !== 'running'));
  return { operations, all, rows, steps, end, folder, ended, requests, deleted, told };
}

const failed = (code: ConstructorParameters<typeof OneDriveError>[0]): Outcome => ({
  status: 'failed',
  error: new OneDriveError(code),
});
const moved = (item: DriveItem): Outcome => ({
  status: 'done',
  item: { ...item, eTag: '"2"', parentReference: { driveId: 'drive', id: 'there' } },
});

describe('an operation', () => {
  it('shows what is wanted at once, and what has failed again as it was', async () => {
    const { operations, rows, end, told } = await setUp();
    const ending = operations.begin({ kind: 'delete', items: [A, B, C] });
    expect(rows()).toEqual(['There']);
    await end({ status: 'done' });
    await end(failed('locked'));
    await end(failed('not-found'));
    const operation = await ending;
    expect(operation?.entries.map(({ result }) => result.status)).toEqual(['done', 'failed', 'failed']);
    expect(rows()).toEqual(['There', 'b.txt']);
    expect(told).toEqual([['delete', A.id]]);
  });

  it('takes out of the list at once what is restored: nobody restores it twice', async () => {
    const { operations, rows, end } = await setUp();
    const ending = operations.begin({ kind: 'restore', items: [A] });
    expect(rows()).toEqual(['There', 'b.txt', 'c.txt']);
    await end({ status: 'done', item: A });
    await ending;
    expect(rows()).toContain('a.txt');
  });

  it('tells of a folder in view how many it holds now', async () => {
    const { operations, folder, end } = await setUp();
    const ending = operations.begin({ kind: 'move', items: [A, B], target: TARGET });
    await end(moved(A));
    await end(moved(B));
    await ending;
    expect(folder.state.get().items.find(({ id }) => id === 'there')?.folder?.childCount).toBe(3);
  });

  it('shows a check-out at once, and keeps it where the file gets another name', async () => {
    const { operations, folder, end, steps } = await setUp();
    const begun = (count: number) => vi.waitFor(() => expect(steps).toHaveLength(count));
    const shown = () => folder.state.get().items.find(({ id }) => id === A.id)?.publication;
    const checkingOut = operations.begin({ kind: 'check-out', items: [A] });
    expect(shown()).toEqual({ level: 'checkout' });
    await end(failed('locked'));
    await checkingOut;
    expect(shown()).toBeUndefined();
    const mine = { ...A, publication: { level: 'checkout', checkedOutBy: 'Alex' } };
    const renaming = operations.begin({ kind: 'rename', renames: [{ item: mine, name: 'z.txt' }] });
    await begun(2);
    // A change is answered without it.
    await end({ status: 'done', item: { ...A, name: 'z.txt' } });
    const renamed = await renaming;
    expect(shown()).toEqual(mine.publication);
    expect(renamed && operations.canUndo(renamed)).toBe(true);
    const checkingIn = operations.begin({ kind: 'check-in', items: [mine], comment: '' });
    await begun(3);
    await end({ status: 'done', item: { ...mine, publication: { level: 'published' } } });
    const checkedIn = await checkingIn;
    expect(shown()).toEqual({ level: 'published' });
    expect(checkedIn && operations.canUndo(checkedIn)).toBe(false);
  });

  it('is one after the other, in the order in which they were begun', async () => {
    const { operations, steps, end } = await setUp();
    void operations.begin({ kind: 'move', items: [A], target: TARGET });
    void operations.begin({ kind: 'delete', items: [B] });
    await end(moved(A));
    await end({ status: 'done' });
    expect(steps.map(({ step }) => step.kind)).toEqual(['move', 'delete']);
  });

  it('that is stopped leaves the rest as it is, and shows it again', async () => {
    const { operations, all, rows, steps, end } = await setUp();
    const ending = operations.begin({ kind: 'delete', items: [A, B, C] });
    await vi.waitFor(() => expect(steps).toHaveLength(1));
    operations.stop(all.get()[0]?.id ?? '');
    expect(rows()).toEqual(['There', 'b.txt', 'c.txt']);
    await end({ status: 'done' });
    await ending;
    expect(rows()).toEqual(['There', 'b.txt', 'c.txt']);
  });

  it('tries again only what has failed', async () => {
    const { operations, all, rows, steps, end } = await setUp();
    const ending = operations.begin({ kind: 'delete', items: [A, B] });
    await end({ status: 'done' });
    await end(failed('locked'));
    await ending;
    operations.retry(all.get()[0]?.id ?? '');
    expect(rows()).toEqual(['There', 'c.txt']);
    await end({ status: 'done' });
    expect(steps.map(({ step }) => step.item.name)).toEqual(['a.txt', 'b.txt', 'b.txt']);
    expect(rows()).toEqual(['There', 'c.txt']);
  });

  it('is taken back by another one that stands in its place', async () => {
    const { operations, all, rows, steps, end } = await setUp();
    const ending = operations.begin({ kind: 'move', items: [A], target: TARGET });
    await end(moved(A));
    const operation = await ending;
    expect(operation && operations.canUndo(operation)).toBe(true);
    operations.undo(operation?.id ?? '');
    expect(rows()).toEqual(['There', 'a.txt', 'b.txt', 'c.txt']);
    await end({ status: 'done', item: { ...A, eTag: '"3"' } });
    expect(all.get()).toHaveLength(1);
    expect(steps[1]?.step).toMatchObject({ kind: 'move', to: { id: 'root' }, item: { eTag: '"2"' } });
  });

  it('fails as a whole where nobody allows it, and is shown as it was', async () => {
    const { operations, rows, steps } = await setUp({
      authorizeWrite: () => Promise.reject(new OneDriveError('consent-declined')),
    });
    const operation = await operations.begin({ kind: 'delete', items: [A, B] });
    expect(operation?.entries.map(({ result }) => 'error' in result && result.error.code)).toEqual([
      'consent-declined',
      'consent-declined',
    ]);
    expect(steps).toEqual([]);
    expect(rows()).toEqual(['There', 'a.txt', 'b.txt', 'c.txt']);
  });

  it('reads the folder anew where somebody else was faster', async () => {
    const { operations, end, requests } = await setUp();
    const ending = operations.begin({ kind: 'rename', renames: [{ item: A, name: 'z.txt' }] });
    await end(failed('changed-elsewhere'));
    await ending;
    expect(requests.listings).toHaveLength(2);
  });

  it('asks nothing more once somebody else is signed in', async () => {
    const { operations, steps, ended } = await setUp();
    void operations.begin({ kind: 'delete', items: [A, B] });
    await vi.waitFor(() => expect(steps).toHaveLength(1));
    ended.abort();
    steps[0]?.end({ status: 'done' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(steps).toHaveLength(1);
  });
});

it('a folder that was seen before shows at once what was moved into it, and what was taken out again', async () => {
  const { operations, folder, requests, rows, end } = await setUp();
  folder.open(THERE);
  requests.listings[1]?.page();
  requests.listings[1]?.end();
  await vi.waitFor(() => expect(folder.state.get().listing.status).toBe('complete'));
  folder.up();
  const ending = operations.begin({ kind: 'move', items: [A], target: TARGET });
  await end(moved(A));
  const operation = await ending;
  folder.open(THERE);
  expect(rows()).toEqual(['a.txt']);
  folder.up();
  operations.undo(operation?.id ?? '');
  await end({ status: 'done', item: { ...A, eTag: '"3"' } });
  folder.open(THERE);
  expect(rows()).toEqual([]);
});
