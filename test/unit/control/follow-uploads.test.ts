import { expect, it } from 'vitest';
import { followUploads } from '../../../src/control/follow-uploads';
import type { ChangeMade } from '../../../src/drive';
import { createStore } from '../../../src/lib';
import { summarizeTransfers, type TransferTask } from '../../../src/transfer';
import { buildFile, buildFolder } from '../../support/drive-items';
import { createFakeControlModel } from '../../support/fake-control-model';
import { createVirtualEnvironment } from '../transfer/support/virtual-environment';

it('lists the open folder again once everything is settled where one of its folders received files', () => {
  const target = buildFolder({ name: 'Receives' });
  const { folder } = createFakeControlModel(() => [target, buildFile({ name: 'a.txt' })]);
  let refreshed = 0;
  const tasks = createStore<readonly TransferTask[]>([]);
  const listeners = new Set<Parameters<Parameters<typeof followUploads>[0]['onUploaded']>[0]>();
  followUploads(
    {
      tasks,
      summary: () => summarizeTransfers(tasks.get()),
      onCopied: () => () => undefined,
      onUploaded: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    { apply: (change) => folder.apply(change), refresh: () => void (refreshed += 1) },
    { shown: () => [folder.state.get()] },
    createVirtualEnvironment(),
    () => {},
  );
  const task = (id: string, status: 'preparing' | 'done'): TransferTask => ({
    id,
    kind: 'upload',
    content: 'file',
    name: id,
    folder: undefined,
    size: 1,
    state: { status },
  });
  const report = (folderId: string) =>
    listeners.forEach((listener) =>
      listener(
        buildFile({ name: 'b.txt' }),
        { driveId: 'drive', id: folderId, name: 'Receives' },
        new File([], 'b.txt'),
      ),
    );
  tasks.set([task('b.txt', 'preparing'), task('c.txt', 'preparing')]);
  report(target.id);
  tasks.set([task('b.txt', 'done'), task('c.txt', 'preparing')]);
  expect(refreshed).toBe(0);
  tasks.set([task('b.txt', 'done'), task('c.txt', 'done')]);
  expect(refreshed).toBe(1);
  report('somewhere else');
  tasks.set([task('d.txt', 'done')]);
  expect(refreshed).toBe(1);
});

it('shows many files that arrive one after another in few changes of the list, and the last at once', async () => {
  const environment = createVirtualEnvironment();
  const { folder } = createFakeControlModel(() => []);
  const shown: number[] = [];
  const told: ChangeMade[] = [];
  const tasks = createStore<readonly TransferTask[]>([]);
  let tell: Parameters<Parameters<typeof followUploads>[0]['onUploaded']>[0] = () => {};
  followUploads(
    {
      tasks,
      summary: () => summarizeTransfers([]),
      onCopied: () => () => undefined,
      onUploaded: (listener) => {
        tell = listener;
        return () => {};
      },
    },
    {
      apply: ({ changed = [] }) => void shown.push(changed.length),
      refresh: () => {},
    },
    { shown: () => [folder.state.get()] },
    environment,
    (change) => void told.push(change),
  );
  for (let file = 0; file < 100; file += 1) {
    tell(buildFile({ name: `${file}.txt` }), { driveId: 'drive', id: 'a', name: 'a' }, new File([], ''));
    await environment.pass(10);
  }
  tasks.set([]);
  expect(shown.length).toBeLessThan(6);
  expect(shown.reduce((sum, count) => sum + count)).toBe(100);
  expect(told.map(({ items }) => items.length)).toEqual(shown);
  expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(['upload']));
});
