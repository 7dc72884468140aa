import { cleanup, fireEvent, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { buildFile, buildFiles } from '../../../support/drive-items';
import { buildRules } from '../../../support/pick-rules';
import { renderView } from '../../../support/render-view';

const items = ['a.txt', 'b.txt', 'c.txt', 'd.txt'].map((name) => buildFile({ name }));

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

type Place = { readonly x: number; readonly y: number };

/** A mouse that presses, draws and lets go; every step waits until the frame is where it should be. */
function renderFrames(...args: Parameters<typeof renderView>) {
  const view = renderView(...args);
  const surface = () => {
    const found = view.root.querySelector<HTMLElement>('[data-part=rows]');
    if (!found) throw new Error('There are no rows.');
    return found;
  };
  const box = () => {
    const found = view.list.grid().parentElement;
    if (!found) throw new Error('The grid stands nowhere.');
    // A pointer that no hand moves cannot be captured.
    found.setPointerCapture = () => undefined;
    return found;
  };
  const frame = () => view.root.querySelector('[data-part=marquee]');
  const at = ({ x, y }: Place, more: object = {}) => {
    const { left, top } = surface().getBoundingClientRect();
    return {
      clientX: left + x,
      clientY: top + y,
      pointerType: 'mouse',
      pointerId: 1,
      button: 0,
      buttons: 1,
      ...more,
    };
  };
  return {
    ...view,
    frame,
    box,
    at,
    press: (place: Place, more: object = {}, target: Element = surface()) =>
      fireEvent.pointerDown(target, at(place, more)),
    draw: async (place: Place) => {
      await waitFor(() => {
        fireEvent.pointerMove(box(), at(place));
        if (!frame()) throw new Error('There is no frame.');
      });
    },
    letGo: () => fireEvent.pointerUp(box(), { pointerId: 1 }),
  };
}

describe('a frame drawn with the mouse', () => {
  it('selects the rows that it touches, and leaves those that it no longer touches', async () => {
    const { press, draw, letGo, list, frame } = renderFrames(items);
    press({ x: 400, y: 300 });
    await draw({ x: 10, y: 100 });
    expect(list.selected()).toEqual(['c.txt', 'd.txt']);
    await draw({ x: 10, y: 10 });
    expect(list.selected()).toEqual(['a.txt', 'b.txt', 'c.txt', 'd.txt']);
    await draw({ x: 10, y: 150 });
    expect(list.selected()).toEqual(['d.txt']);
    letGo();
    expect(frame()).toBeNull();
    expect(list.selected()).toEqual(['d.txt']);
  });

  it('takes the place of what was selected; with Control it adds to it', async () => {
    const { press, draw, letGo, list } = renderFrames(items);
    await list.click('a.txt');
    press({ x: 400, y: 300 });
    await draw({ x: 10, y: 150 });
    letGo();
    expect(list.selected()).toEqual(['d.txt']);
    press({ x: 400, y: 300 }, { ctrlKey: true });
    await draw({ x: 10, y: 250 });
    expect(list.selected()).toEqual(['d.txt']);
    letGo();
    press({ x: 5, y: 20 }, { ctrlKey: true }, list.row('a.txt'));
    await draw({ x: 10, y: 60 });
    expect(list.selected()).toEqual(['a.txt', 'b.txt', 'd.txt']);
  });

  it('begins beside rows and where a row is empty, not on a name, nor on what is selected', async () => {
    const { press, draw, letGo, list, frame, box, at } = renderFrames(items);
    await list.click('c.txt');
    for (const target of [
      list.row('c.txt'),
      ...list.row('a.txt').querySelectorAll('[data-part=name], [data-part=check], [role=gridcell]'),
    ]) {
      press({ x: 200, y: 20 }, {}, target);
      fireEvent.pointerMove(box(), at({ x: 10, y: 160 }));
      letGo();
    }
    press({ x: 3, y: 60 }, {}, list.row('b.txt'));
    expect(frame()).toBeNull();
    await draw({ x: 100, y: 20 });
    expect(list.selected()).toEqual(['a.txt', 'b.txt']);
  });

  it('is no click: one that hardly moves selects nothing by itself', async () => {
    const { press, letGo, list, box, at, frame } = renderFrames(items);
    await list.click('a.txt');
    press({ x: 400, y: 300 });
    fireEvent.pointerMove(box(), at({ x: 402, y: 301 }));
    expect(frame()).toBeNull();
    letGo();
    expect(list.selected()).toEqual(['a.txt']);
  });

  it('scrolls on where the pointer is beyond the list, and knows rows that do not exist', async () => {
    const { press, draw, letGo, list, model } = renderFrames(buildFiles(1_000), { height: 400 });
    const [first] = model.folder.state.get().rows;
    press({ x: 3, y: 20 }, {}, list.row(first?.name ?? ''));
    await draw({ x: 10, y: 4_000 });
    await waitFor(() => expect(list.grid().scrollTop).toBeGreaterThan(1_000), { timeout: 10_000 });
    letGo();
    const { selection } = model.folder.state.get();
    expect(selection.exceptions.size).toBeGreaterThan(25);
    expect(list.names().length).toBeLessThan(60);
  });

  it('keeps to the rules of picking, and does nothing where one row can be selected', async () => {
    const only = renderFrames(items, { options: { selection: 'single' } });
    only.press({ x: 400, y: 300 });
    fireEvent.pointerMove(only.box(), only.at({ x: 10, y: 10 }));
    expect(only.list.selected()).toEqual([]);
    cleanup();
    const { press, draw, model } = renderFrames(items, {}, ({ picker }) =>
      picker.start(buildRules({ selection: 'multiple', maxCount: 2 })),
    );
    press({ x: 400, y: 250 });
    await draw({ x: 10, y: 10 });
    const state = model.picker.state.get();
    expect(state.status === 'picking' && state.basket.length).toBe(2);
  });
});
