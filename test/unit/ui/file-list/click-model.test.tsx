import { cleanup, fireEvent, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { buildFile, buildFolder } from '../../../support/drive-items';
import { renderView } from '../../../support/render-view';

const items = [
  buildFolder({ name: 'Alpha' }),
  buildFile({ name: 'b.txt' }),
  buildFile({ name: 'c.txt' }),
  buildFile({ name: 'd.txt' }),
  buildFile({ name: 'e.txt' }),
];

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe('click model of the file list', () => {
  it('selects only the row that is clicked, and focuses it', async () => {
    const { list } = renderView(items);
    await list.click('b.txt');
    await list.click('c.txt');
    expect(list.selected()).toEqual(['c.txt']);
    expect(list.focused()).toBe('c.txt');
  });

  it('toggles with the check circle, keeping the rest', async () => {
    const { list } = renderView(items);
    await list.check('b.txt');
    await list.check('d.txt');
    expect(list.selected()).toEqual(['b.txt', 'd.txt']);
    await list.check('b.txt');
    expect(list.selected()).toEqual(['d.txt']);
  });

  it('selects a range with Shift, from the anchor on', async () => {
    const { list, user } = renderView(items);
    await list.click('b.txt');
    await user.keyboard('{Shift>}');
    await list.click('d.txt');
    await user.keyboard('{/Shift}');
    expect(list.selected()).toEqual(['b.txt', 'c.txt', 'd.txt']);
  });

  it('adds single rows with Control', async () => {
    const { list, user } = renderView(items);
    await list.click('b.txt');
    await user.keyboard('{Control>}');
    await list.click('e.txt');
    await user.keyboard('{/Control}');
    expect(list.selected()).toEqual(['b.txt', 'e.txt']);
  });

  it('opens a folder by its name and by a double click beside it', async () => {
    const { list, model } = renderView((id) => (id === 'root' ? items : []));
    await list.clickName('Alpha');
    expect(model.folder.state.get().path.at(-1)?.name).toBe('Alpha');
    model.folder.up();
    await vi.waitFor(() => list.row('Alpha'));
    await list.doubleClick('Alpha');
    expect(model.folder.state.get().path.at(-1)?.name).toBe('Alpha');
  });

  it('opens a file without a preview at its web address in a tab without opener, and never a script address', async () => {
    const open = vi.spyOn(window, 'open').mockReturnValue(null);
    const evil = buildFile({ name: 'evil.zip', webUrl: 'javascript:alert(1)' });
    const { list } = renderView([buildFile({ name: 'good.zip' }), evil]);
    await list.doubleClick('evil.zip');
    expect(open).not.toHaveBeenCalled();
    await list.doubleClick('good.zip');
    expect(open).toHaveBeenCalledExactlyOnceWith(
      expect.stringMatching(/^https:/),
      '_blank',
      'noopener,noreferrer',
    );
  });

  it('clears the selection by a click on the free place below the rows', async () => {
    const { list, root, user } = renderView(items);
    await list.click('b.txt');
    const rows = root.querySelector('[data-part=rows]');
    if (rows) await user.click(rows);
    expect(list.selected()).toEqual([]);
  });

  it('selects and clears all from the header, which tells a mixed state', async () => {
    const { list, user, root } = renderView(items);
    await list.click('b.txt');
    const all = within(root).getByRole('checkbox', { name: 'Select all' });
    expect(all.getAttribute('aria-checked')).toBe('mixed');
    await user.click(all);
    expect(list.selected()).toHaveLength(5);
    await user.click(all);
    expect(list.selected()).toEqual([]);
  });

  it('opens by a tap, selects by a long press, then selects by taps until cleared', async () => {
    vi.useFakeTimers();
    const { list, model, change } = renderView((id) => (id === 'root' ? items : []));
    const press = (name: string, milliseconds: number) => {
      const row = list.row(name);
      fireEvent.pointerDown(row, { pointerType: 'touch', clientX: 5, clientY: 5 });
      change(() => vi.advanceTimersByTime(milliseconds));
      fireEvent.pointerUp(row, { pointerType: 'touch' });
      fireEvent.click(row, { detail: 1 });
    };
    press('b.txt', 600);
    expect(list.selected()).toEqual(['b.txt']);
    press('Alpha', 50);
    expect(list.selected()).toEqual(['Alpha', 'b.txt']);
    press('Alpha', 50);
    press('b.txt', 50);
    expect(list.selected()).toEqual([]);
    press('Alpha', 50);
    expect(model.folder.state.get().path.at(-1)?.name).toBe('Alpha');
    vi.useRealTimers();
  });
});
