import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { buildFile } from '../../../support/drive-items';
import { renderView } from '../../../support/render-view';
import { renderPicking } from './render-picking';

const items = [buildFile({ name: 'a.pdf' }), buildFile({ name: 'b.pdf' })];

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

  it('is not the page’s: a dialog of the host around us stays open', async () => {
    const { user, button, place } = await renderPicking(items);
    const seen: boolean[] = [];
    place.addEventListener('keydown', (event) => seen.push(event.defaultPrevented));
    button('Cancel').focus();
    await user.keyboard('{Escape}');
    expect(seen.every(Boolean)).toBe(true);
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
