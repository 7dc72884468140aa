import { cleanup, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createPicker } from '../../../../src/drive';
import { buildFile, buildFolder } from '../../../support/drive-items';
import type { FakeControlModel } from '../../../support/fake-control-model';
import { renderView } from '../../../support/render-view';
import { renderPicking } from './render-picking';

const items = [buildFile({ name: 'a.pdf' }), buildFile({ name: 'b.pdf' })];

const documents = buildFolder({ name: 'Documents' });

/** What lies in a folder is never found. */
function renderCounting() {
  const children = async function* () {
    yield await new Promise<never>(() => {});
  };
  return renderPicking(items, {
    selection: 'multiple',
    prepare: (model) =>
      Object.assign(model, { picker: createPicker({ folder: model.folder, requests: { children } }) }),
  });
}

function isCounting({ picker }: FakeControlModel) {
  const state = picker.state.get();
  return state.status === 'picking' && state.gathering.status === 'counting';
}

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

describe('Escape while picking', () => {
  it('takes back one thing at a time: the filter, the selection, then picking itself', async () => {
    const { user, button, check, model, list, onCancel, change } = await renderPicking(items);
    await check('a.pdf');
    change(() => model.folder.setFilter('pdf'));
    button('Choose').focus();
    await user.keyboard('{Escape}');
    expect(model.folder.state.get().filter).toBe('');
    expect(list.selected()).toEqual(['a.pdf']);
    await user.keyboard('{Escape}');
    expect(list.selected()).toEqual([]);
    expect(onCancel).not.toHaveBeenCalled();
    await user.keyboard('{Escape}');
    expect(onCancel).toHaveBeenCalledTimes(1);
  });

  it('does the same from the list', async () => {
    const { user, list, onCancel } = await renderPicking(items);
    await list.click('a.pdf');
    await user.keyboard('{Escape}');
    expect(onCancel).not.toHaveBeenCalled();
    await user.keyboard('{Escape}');
    expect(onCancel).toHaveBeenCalledTimes(1);
  });

  it('from the list ends counting first, then the filter, and leaves what is picked', async () => {
    const { user, list, model, change, onCancel } = await renderCounting();
    await list.click('a.pdf');
    change(() => model.folder.setFilter('pdf'));
    change(() => void model.picker.gather(documents));
    list.row('a.pdf').focus();
    await waitFor(() => expect(isCounting(model)).toBe(true));
    await user.keyboard('{Escape}');
    expect([isCounting(model), model.folder.state.get().filter, list.selected()]).toEqual([
      false,
      'pdf',
      ['a.pdf'],
    ]);
    await user.keyboard('{Escape}');
    expect([model.folder.state.get().filter, list.selected()]).toEqual(['', ['a.pdf']]);
    await user.keyboard('{Escape}');
    expect([list.selected(), onCancel.mock.calls]).toEqual([[], []]);
  });

  it('is not the page’s: a dialog of the host around us stays open', async () => {
    const { user, button, place } = await renderPicking(items);
    const seen: boolean[] = [];
    place.addEventListener('keydown', (event) => seen.push(event.defaultPrevented));
    button('Cancel').focus();
    await user.keyboard('{Escape}');
    expect(seen.every(Boolean)).toBe(true);
  });

  it('is not Enter: that chooses nothing before all is counted', async () => {
    const { user, list, model, change, picked } = await renderCounting();
    await list.check('a.pdf');
    change(() => void model.picker.gather(documents));
    await waitFor(() => expect(isCounting(model)).toBe(true));
    list.row('a.pdf').focus();
    await user.keyboard('{Enter}');
    expect([picked(), isCounting(model)]).toEqual([undefined, true]);
    await user.keyboard('{Escape}{Enter}');
    expect(picked()).toEqual(['a.pdf']);
  });

  it('belongs to an open menu first', async () => {
    const { user, screen, onCancel } = await renderPicking(items);
    await user.click(await screen.findByRole('button', { name: 'Upload' }));
    await screen.findByRole('menu');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(onCancel).not.toHaveBeenCalled();
  });
});

it('while browsing Escape is the page’s', async () => {
  const { user, list, place } = renderView(items);
  const prevented: boolean[] = [];
  place.addEventListener('keydown', (event) => prevented.push(event.defaultPrevented));
  list.row('a.pdf').focus();
  await user.keyboard('{Escape}');
  expect(prevented).toEqual([false]);
});
