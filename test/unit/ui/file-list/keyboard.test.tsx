import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { buildFile, buildFiles, buildFolder } from '../../../support/drive-items';
import { renderView } from '../../../support/render-view';

const items = [
  buildFolder({ name: 'Alpha' }),
  buildFile({ name: 'beta.txt' }),
  buildFile({ name: 'bravo.txt' }),
  buildFile({ name: 'charlie.txt' }),
];

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

describe('keyboard of the file list', () => {
  it('moves and selects with the arrows, extends with Shift, moves alone with Control', async () => {
    const { list, user } = renderView(items);
    await list.click('Alpha');
    await user.keyboard('{ArrowDown}');
    expect(list.selected()).toEqual(['beta.txt']);
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    expect(list.selected()).toEqual(['beta.txt', 'bravo.txt']);
    await user.keyboard('{Control>}{ArrowDown}{/Control}');
    expect(list.selected()).toEqual(['beta.txt', 'bravo.txt']);
    expect(list.focused()).toBe('charlie.txt');
    await user.keyboard(' ');
    expect(list.selected()).toEqual(['beta.txt', 'bravo.txt', 'charlie.txt']);
  });

  it('selects all with Control+A and none with Escape', async () => {
    const { list, user } = renderView(items);
    await list.click('Alpha');
    await user.keyboard('{Control>}a{/Control}');
    expect(list.selected()).toHaveLength(4);
    await user.keyboard('{Escape}');
    expect(list.selected()).toEqual([]);
  });

  it('opens with Enter and goes back with Backspace or Alt+Up, keeping the focus', async () => {
    const inside = [buildFile({ name: 'inside.txt' })];
    const { list, user, model } = renderView((id) => (id === 'root' ? items : inside));
    await list.click('Alpha');
    await user.keyboard('{Enter}');
    expect(list.names()).toEqual(['inside.txt']);
    expect(list.focused()).toBe('inside.txt');
    await user.keyboard('{Backspace}');
    expect(model.folder.state.get().path).toHaveLength(1);
    expect(list.focused()).toBeDefined();
    await user.keyboard('{Home}{Enter}{Alt>}{ArrowUp}{/Alt}');
    expect(model.folder.state.get().path).toHaveLength(1);
  });

  it('leaves an empty folder with Backspace too', async () => {
    const { list, user, model } = renderView((id) => (id === 'root' ? items : []));
    await list.click('Alpha');
    await user.keyboard('{Enter}');
    expect(list.names()).toEqual([]);
    await user.keyboard('{Backspace}');
    expect(model.folder.state.get().path).toHaveLength(1);
  });

  it('goes to a name by its first letters', async () => {
    const { list, user } = renderView(items);
    await list.click('Alpha');
    await user.keyboard('br');
    expect(list.focused()).toBe('bravo.txt');
  });

  it('reaches both ends of 10,000 rows, with few rows in the document', async () => {
    const { list, user } = renderView(buildFiles(10_000));
    await list.click(list.names()[0] ?? '');
    await user.keyboard('{End}');
    expect(list.row(list.focused() ?? '').getAttribute('aria-rowindex')).toBe('10001');
    await user.keyboard('{Home}{PageDown}');
    expect(Number(list.row(list.focused() ?? '').getAttribute('aria-rowindex'))).toBeGreaterThan(8);
    expect(list.names().length).toBeLessThan(60);
  });

  it('keeps the focus on its row when that is scrolled out of sight', async () => {
    const { list, user } = renderView(buildFiles(10_000));
    const [, second = ''] = list.names();
    await list.click(second);
    list.grid().scrollTop = 200_000;
    await expect.poll(() => list.names().length > 20 && list.names()[1] !== second).toBe(true);
    expect(list.focused()).toBe(second);
    await user.keyboard('{ArrowDown}');
    expect(list.row(list.focused() ?? '').getAttribute('aria-rowindex')).toBe('4');
  });
});

describe('dialogs asked for by keys', () => {
  it('renames with F2 and deletes with Delete', async () => {
    const { list, user, root } = renderView(items);
    await list.click('beta.txt');
    await user.keyboard('{F2}');
    await expect.poll(() => root.querySelector('[role=dialog]')?.textContent).toMatch('Rename');
    await user.keyboard('{Escape}');
    await expect.poll(() => root.querySelector('[role=dialog]')).toBeNull();
    await list.click('beta.txt');
    await user.keyboard('{Delete}');
    await expect
      .poll(() => root.querySelector('[role=dialog], [role=alertdialog]')?.textContent)
      .toMatch('Delete');
  });
});
