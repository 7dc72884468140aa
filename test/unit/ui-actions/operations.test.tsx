import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { DriveCommands, DriveItem } from '../../../src/drive';
import { OneDriveError } from '../../../src/lib';
import { Operations, Overlays } from '../../../src/ui/overlays';
import { buildFile } from '../../support/drive-items';
import { createDeferred, renderControl } from './render-control';

const parts = (
  <>
    <button>elsewhere</button>
    <Operations />
    <Overlays />
  </>
);
const [A, B] = [buildFile({ name: 'a.txt' }), buildFile({ name: 'b.txt' })];
const TARGET = { driveId: 'drive', id: 'there', name: 'Projects' };

/** Moves one by one; `refuse` says of what it fails for an item. */
function renderMoves(refuse: (item: DriveItem) => OneDriveError | undefined = () => undefined) {
  const moved: string[] = [];
  const move: DriveCommands['move'] = async (items, target) =>
    items.map((item) => {
      moved.push(item.name);
      const error = refuse(item);
      return error ? { item, error } : { item, changed: { ...item, parentReference: { id: target.id } } };
    });
  const rendered = renderControl(parts, (fake) => ({ commands: { ...fake.commands, move } }));
  act(() => rendered.control.folder.apply({ changed: [A, B] }));
  const begin = () =>
    act(async () => void (await rendered.operations.begin({ kind: 'move', items: [A, B], target: TARGET })));
  const line = () => within(screen.getByRole('region', { name: 'Changes' }));
  return { ...rendered, begin, line, moved };
}

test('the line tells what was moved where, offers the way back and the way there, and closes', async () => {
  const { begin, line, user, control, view, moved } = renderMoves();
  await begin();
  expect(await screen.findByText('2 items were moved to Projects')).toBeTruthy();
  expect(view.announcement.get()).toBe('2 items were moved to Projects');
  expect(line().getByRole('button', { name: 'Open Projects' })).toBeTruthy();
  await user.click(line().getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('2 items are back where they were')).toBeTruthy();
  expect(moved).toEqual(['a.txt', 'b.txt', 'b.txt', 'a.txt']);
  expect(control.folder.state.get().rows.some(({ id }) => id === A.id)).toBe(true);
  expect(line().queryByRole('button', { name: 'Undo' })).toBeNull();
  await user.click(line().getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('region', { name: 'Changes' })).toBeNull();
});

test('what has failed stands there with its name and reason, and only that is tried again', async () => {
  let isLocked = true;
  const { begin, line, user, moved } = renderMoves((item) =>
    item === B && isLocked ? new OneDriveError('locked') : undefined,
  );
  await begin();
  expect(await screen.findByText('a.txt was moved to Projects · 1 item was not moved')).toBeTruthy();
  const failures = line().getByRole('list', { name: 'What has failed, and why' });
  expect(within(failures).getByText('b.txt')).toBeTruthy();
  expect(within(failures).getByText(/The file is in use/)).toBeTruthy();
  isLocked = false;
  await user.click(line().getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('2 items were moved to Projects')).toBeTruthy();
  expect(moved).toEqual(['a.txt', 'b.txt', 'b.txt']);
});

test('while it runs the line says how far it is, and Stop leaves the rest', async () => {
  const deferred = createDeferred<void>();
  const { control, operations, user, view } = renderControl(parts, (fake) => ({
    commands: {
      ...fake.commands,
      remove: async (items) => {
        await deferred.promise;
        return items.map((item) => ({ item }));
      },
    },
  }));
  act(() => control.folder.apply({ changed: [A, B] }));
  act(() => void operations.begin({ kind: 'delete', items: [A, B] }));
  expect(await screen.findByText('Deleting 2 items')).toBeTruthy();
  expect(screen.getByText('0 of 2')).toBeTruthy();
  expect(screen.getByRole('progressbar', { name: 'Deleting 2 items' })).toBeTruthy();
  expect(view.announcement.get()).toBe('Deleting 2 items');
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  await act(async () => deferred.resolve());
  expect(
    await screen.findByText('a.txt was moved to the recycle bin · 1 item was left as it is'),
  ).toBeTruthy();
  expect(control.folder.state.get().rows.map(({ id }) => id)).toContain(B.id);
});

test('what went well goes by itself after ten seconds, but not under the pointer', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  try {
    const { begin, user } = renderMoves();
    await begin();
    const text = await screen.findByText('2 items were moved to Projects');
    await user.hover(text);
    act(() => void vi.advanceTimersByTime(11_000));
    expect(screen.queryByText('2 items were moved to Projects')).toBeTruthy();
    await user.unhover(text);
    await user.hover(screen.getByText('elsewhere'));
    act(() => void vi.advanceTimersByTime(9_000));
    expect(screen.queryByText('2 items were moved to Projects')).toBeTruthy();
    act(() => void vi.advanceTimersByTime(2_000));
    await waitFor(() => expect(screen.queryByText('2 items were moved to Projects')).toBeNull());
  } finally {
    vi.useRealTimers();
  }
});

test('names that are taken are asked for once, with one answer for all', async () => {
  const taken = new OneDriveError('name-conflict');
  let isTaken = true;
  const { begin, user, moved, view } = renderMoves(() => (isTaken ? taken : undefined));
  await begin();
  const dialog = await screen.findByRole('dialog', { name: '2 names are taken there' });
  expect(within(dialog).queryByRole('radio', { name: /Continue/ })).toBeNull();
  isTaken = false;
  await user.click(within(dialog).getByRole('radio', { name: /Keep both for all/ }));
  await user.click(within(dialog).getByRole('button', { name: 'Continue' }));
  expect(await screen.findByText('2 items were moved to Projects')).toBeTruthy();
  expect(moved).toEqual(['a.txt', 'b.txt', 'a.txt', 'b.txt']);
  expect(view.dialog.get()).toBeUndefined();
});
