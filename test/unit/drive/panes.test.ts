import { expect, it } from 'vitest';
import { createPanes, isSelected, selectOnly } from '../../../src/drive';
import { buildFile } from '../../support/drive-items';
import { createFakeFolderBrowser } from '../../support/fake-folder-browser';

const FILES = [buildFile({ id: 'a', name: 'a.txt' }), buildFile({ id: 'b', name: 'b.txt' })];

function setUp() {
  const { folder, panes } = createPanes(() => createFakeFolderBrowser(() => FILES));
  const { first } = panes.state.get();
  panes.openBeside(['Documents']);
  const { second } = panes.state.get();
  if (!second) throw new Error('There is no second one.');
  return { folder, panes, first, second };
}

const idsOf = (pane: ReturnType<typeof setUp>['first']) => pane.state.get().rows.map(({ id }) => id);

it('what is asked for beside is in hand: the open folder is the one of that pane', () => {
  const { folder, panes, first, second } = setUp();
  expect(panes.state.get().inHand).toBe(second);
  expect(folder.state.get()).toBe(second.state.get());
  folder.setActive('b');
  expect([first.state.get().activeId, second.state.get().activeId]).toEqual([undefined, 'b']);
  panes.take(first);
  expect(folder.state.get()).toBe(first.state.get());
});

it('from the second pane, beside is the first', () => {
  const { panes, first } = setUp();
  const before = panes.state.get();
  panes.openBeside(['Pictures']);
  expect(panes.state.get()).toEqual({ ...before, inHand: first });
});

it('whoever follows the open folder hears of the pane in hand alone, and of another one’s being so', () => {
  const { folder, panes, first, second } = setUp();
  let heard = 0;
  const end = folder.state.subscribe(() => heard++);
  second.setActive('a');
  expect(heard).toBe(1);
  first.setActive('a');
  expect(heard).toBe(1);
  panes.take(first);
  expect(heard).toBe(2);
  panes.take(first);
  second.setActive('b');
  expect(heard).toBe(2);
  first.setActive('b');
  expect(heard).toBe(3);
  end();
  panes.take(second);
  second.setActive('a');
  expect(heard).toBe(3);
});

it('what has been done shows in both; a selection is of one', () => {
  const { folder, first, second } = setUp();
  folder.apply({ removed: ['a'] });
  expect([idsOf(first), idsOf(second)]).toEqual([['b'], ['b']]);
  folder.setSelection(() => selectOnly('b'));
  const selected = [first, second].map(({ state }) => isSelected(state.get().selection, 'b'));
  expect(selected).toEqual([false, true]);
});

it('with the second pane the first is in hand again, and the open folder goes on', () => {
  const { folder, panes, first } = setUp();
  let heard = 0;
  folder.state.subscribe(() => heard++);
  panes.closeSecond();
  panes.closeSecond();
  expect(heard).toBe(1);
  expect(panes.state.get()).toEqual({ first, inHand: first });
  first.setActive('b');
  expect(folder.state.get().activeId).toBe('b');
});

it('when it is over, so is the second pane', () => {
  const { folder, panes } = setUp();
  folder.dispose();
  expect(panes.state.get().second).toBeUndefined();
});
