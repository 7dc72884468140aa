import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { buildFile, buildFiles } from '../../../support/drive-items';
import { renderView } from '../../../support/render-view';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

const late = Array.from({ length: 200 }, (_, index) => buildFile({ name: `A first ${index}.txt` }));

describe('pages that stream in', () => {
  it('do not move what is on the screen', async () => {
    const first = buildFiles(400);
    const { list, model, change } = renderView(first);
    list.grid().scrollTop = 5000;
    await expect
      .poll(() => list.names().length > 0 && Number(list.row(list.names()[3] ?? '').dataset['index']))
      .toBeGreaterThan(50);
    const watched = list.names()[12] ?? '';
    const before = list.top(watched);
    change(() => model.folder.show([...first, ...late], { listing: { status: 'partial' } }));
    expect(Math.abs(list.top(watched) - before)).toBeLessThan(1);
  });

  it('do not take the focus away from the item that has it', async () => {
    const first = buildFiles(400);
    const { list, model, change } = renderView(first);
    const focused = list.names()[4] ?? '';
    await list.click(focused);
    const before = list.top(focused);
    change(() => model.folder.show([...first, ...late]));
    expect(list.focused()).toBe(focused);
    expect(Math.abs(list.top(focused) - before)).toBeLessThan(1);
  });

  it('give the focus to the neighbour when the focused item is gone', async () => {
    const first = buildFiles(20);
    const { list, model, change } = renderView(first);
    const [, second = '', third = ''] = list.names();
    await list.click(second);
    change(() => model.folder.show(first.filter((item) => item.name !== second)));
    expect(list.focused()).toBe(third);
  });
});
