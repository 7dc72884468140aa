import { describe, expect, it } from 'vitest';
import { carryOut, createOperations, summarizeOperation, type DriveItem } from '../../../../src/drive';
import type { Operation } from '../../../../src/drive/operations/operation';
import { nameKey, type Graph } from '../../../../src/graph';
import { createStore, OneDriveError } from '../../../../src/lib';
import { buildFile } from '../../../support/drive-items';

const [A, B, C] = ['a.txt', 'b.txt', 'c.txt'].map((name) => buildFile({ id: name, name })) as [
  DriveItem,
  DriveItem,
  DriveItem,
];

/** A folder that holds each name once, and knows its eTags; `refuse` says what of a change it refuses. */
function createService(refuse: (id: string, name: string) => OneDriveError | undefined) {
  const items = new Map<string, DriveItem>([A, B, C].map((item) => [item.id, item]));
  const sent: string[] = [];
  const patch: Graph['patch'] = async ({ path, body, headers }, parse) => {
    const id = path.slice(path.lastIndexOf('/') + 1);
    const item = items.get(id);
    const { name } = body as { readonly name: string };
    sent.push(`${id} → ${name}`);
    const refused = refuse(id, name);
    if (refused) throw refused;
    if (!item || headers?.['If-Match'] !== item.eTag) throw new OneDriveError('changed-elsewhere');
    const isTaken = [...items.values()].some(
      (other) => other !== item && nameKey(other.name) === nameKey(name),
    );
    if (isTaken) throw new OneDriveError('name-conflict');
    const changed = { ...item, name, eTag: `"${sent.length + 1}"` };
    items.set(id, changed);
    return parse({ ...changed, lastModifiedBy: { user: { displayName: 'Megan Bowen' } } });
  };
  const item = async ({ id }: { readonly id: string }) => items.get(id) ?? Promise.reject(new Error(id));
  const names = () => [A, B, C].map(({ id }) => items.get(id)?.name);
  return { patch, item, names, sent };
}

function setUp(refuse: Parameters<typeof createService>[0] = () => undefined) {
  const service = createService(refuse);
  const all = createStore<readonly Operation[]>([]);
  const shown = new Map<string, string>();
  const parts = {
    // Nothing else of it is asked.
    graph: { patch: service.patch } as Graph,
    requests: { item: service.item, child: async () => undefined },
    copyThere: () => Promise.reject(new Error('Not asked.')),
  };
  const operations = createOperations({
    all,
    deleted: createStore<readonly DriveItem[]>([]),
    environment: { randomId: () => `o${all.get().length}` },
    shown: () => [],
    folder: {
      state: createStore({ items: [], path: [] } as never),
      apply: ({ changed }) => changed?.forEach(({ id, name }) => shown.set(id, name)),
      refresh: () => undefined,
    },
    authorizeWrite: async () => undefined,
    canRestore: () => false,
    tell: () => {},
    ended: () => new AbortController().signal,
    carryOut: (...step) => carryOut(parts, ...step),
  });
  const rename = (...wanted: readonly (readonly [DriveItem, string])[]) =>
    operations.begin({ kind: 'rename', renames: wanted.map(([item, name]) => ({ item, name })) });
  const settle = async () => {
    while (all.get().some((operation) => summarizeOperation(operation).isRunning)) {
      // oxlint-disable-next-line no-await-in-loop
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { ...service, operations, rename, settle, all, shown };
}

describe('names that go round', () => {
  it('are swapped by way of a third one, and swapped back', async () => {
    const { rename, names, sent, operations, settle, shown } = setUp();
    const operation = await rename([A, 'b.txt'], [B, 'a.txt']);
    expect(names()).toEqual(['b.txt', 'a.txt', 'c.txt']);
    expect(sent).toHaveLength(3);
    expect([...shown]).toEqual([
      ['b.txt', 'a.txt'],
      ['a.txt', 'b.txt'],
    ]);
    expect(operation && summarizeOperation(operation)).toMatchObject({ count: 2, done: 2, isRunning: false });
    operations.undo(operation?.id ?? '');
    await settle();
    expect(names()).toEqual(['a.txt', 'b.txt', 'c.txt']);
  });

  it('need no third one where the last name is free', async () => {
    const { rename, names, sent } = setUp();
    await rename([A, 'b.txt'], [B, 'c.txt'], [C, 'd.txt']);
    expect(names()).toEqual(['b.txt', 'c.txt', 'd.txt']);
    expect(sent).toEqual(['c.txt → d.txt', 'b.txt → c.txt', 'a.txt → b.txt']);
  });

  it('leave nothing under the third name where one of two is refused', async () => {
    const { rename, names, shown } = setUp((id, name) =>
      id === 'a.txt' && name === 'b.txt' ? new OneDriveError('locked') : undefined,
    );
    const operation = await rename([A, 'b.txt'], [B, 'a.txt']);
    expect(names()).toEqual(['a.txt', 'b.txt', 'c.txt']);
    expect(operation && summarizeOperation(operation)).toMatchObject({ done: 0, failed: 2 });
    expect([...shown.values()].toSorted()).toEqual(['a.txt', 'b.txt']);
  });

  it('of more than two are put right by trying again, and shown as they are until then', async () => {
    let isLocked = true;
    const { rename, names, operations, settle, all, shown } = setUp((id, name) =>
      isLocked && id === 'a.txt' && name === 'b.txt' ? new OneDriveError('locked') : undefined,
    );
    const operation = await rename([A, 'b.txt'], [B, 'c.txt'], [C, 'a.txt']);
    // b has left its place for good, so that c finds neither its old name nor its new one free.
    expect(names()).toEqual(['a.txt', 'c.txt', 'a~.txt']);
    expect([...shown.values()].toSorted()).toEqual(['a.txt', 'a~.txt', 'c.txt']);
    isLocked = false;
    operations.retry(operation?.id ?? '');
    await settle();
    expect(names()).toEqual(['b.txt', 'c.txt', 'a.txt']);
    expect(all.get().map(summarizeOperation)).toMatchObject([{ done: 3, failed: 0 }]);
  });
});
