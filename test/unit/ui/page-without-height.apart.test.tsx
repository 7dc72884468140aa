import { cleanup, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { buildFile } from '../../support/drive-items';
import { buildRules } from '../../support/pick-rules';
import { renderView } from '../../support/render-view';

const items = Array.from({ length: 1000 }, (_none, index) => buildFile({ name: `${index}.txt` }));

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

test('in a page that gives it no height it ends at the window, and its list scrolls inside', async () => {
  const { root, place } = renderView(items, {}, ({ picker }) =>
    picker.start(buildRules({ selection: 'single' })),
  );
  place.style.height = 'auto';
  const grid = within(root).getByRole('grid', { name: 'Files' });
  await waitFor(() => expect(grid.scrollHeight).toBeGreaterThan(grid.clientHeight));
  expect(place.getBoundingClientRect().height).toBeLessThanOrEqual(innerHeight);
  const choose = await within(root).findByRole('button', { name: 'Choose' });
  expect(choose.getBoundingClientRect().bottom).toBeLessThanOrEqual(place.getBoundingClientRect().bottom);
  expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(innerHeight);
});

test('with few items it is no higher than they need, and never lower than it can be used', () => {
  const { place } = renderView(items.slice(0, 1));
  place.style.height = 'auto';
  expect(place.getBoundingClientRect().height).toBe(320);
});
