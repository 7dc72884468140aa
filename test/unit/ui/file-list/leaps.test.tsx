import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { buildFiles } from '../../../support/drive-items';
import { renderView } from '../../../support/render-view';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

const ROW_HEIGHT = 44;

describe('a leap to another place of a long list', () => {
  const files = buildFiles(1000);

  function renderLong() {
    const view = renderView(files);
    const grid = view.list.grid();
    const rows = () => [...grid.querySelectorAll<HTMLElement>('[data-index]')];
    const leapTo = async (index: number) => {
      grid.scrollTop = index * ROW_HEIGHT;
      await expect.poll(() => rows().some((row) => row.dataset['index'] === String(index + 2))).toBe(true);
    };
    return { ...view, rows, leapTo };
  }

  it('fills the elements that are there, in the order of the rows', async () => {
    const { rows, leapTo } = renderLong();
    await leapTo(300);
    const before = new Set(rows());
    await leapTo(700);
    expect(rows().filter((row) => before.has(row)).length).toBeGreaterThan(20);
    const places = rows().map((row) => Number(row.getAttribute('aria-rowindex')));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const row of rows()) {
      expect(row.querySelector('[data-part=name]')?.textContent).toBe(row.getAttribute('aria-label'));
    }
  });

  it.each([
    ['down', 2, 800],
    ['up', 800, 0],
  ])('%s leaves the focus on its row, in its element', async (_, from, to) => {
    const { list, rows, leapTo } = renderLong();
    await leapTo(from);
    const row = rows().find(({ dataset }) => dataset['index'] === String(from + 5));
    const name = row?.getAttribute('aria-label') ?? '';
    await list.click(name);
    await leapTo(to);
    await leapTo(400);
    expect(list.focused()).toBe(name);
    expect(list.row(name)).toBe(row);
    expect(list.selected()).toEqual([name]);
  });
});
