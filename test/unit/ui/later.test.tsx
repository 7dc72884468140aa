import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { later, LaterProvider, loadLaterParts } from '../../../src/ui/later';

afterEach(cleanup);

function Part({ name }: { readonly name: string }) {
  return <button type="button">{name}</button>;
}

function Instead({ name }: { readonly name: string }) {
  return <p>{`The place of ${name}`}</p>;
}

test('a part is asked for when it is first shown, and its place is kept till it comes', async () => {
  const importPart = vi.fn(async () => Part);
  const Later = later(importPart, Instead);
  expect(importPart).not.toHaveBeenCalled();
  const view = render(<Later name="Bar" />);
  expect(screen.getByText('The place of Bar')).toBeTruthy();
  expect(await screen.findByRole('button', { name: 'Bar' })).toBeTruthy();
  expect(screen.queryByText('The place of Bar')).toBeNull();

  view.unmount();
  render(<Later name="Bar" />);
  expect(screen.getByRole('button', { name: 'Bar' })).toBeTruthy();
  expect(importPart).toHaveBeenCalledTimes(1);
});

test('while other things have the line, its place is kept and it is not asked for', async () => {
  const importPart = vi.fn(async () => Part);
  const Later = later(importPart, Instead);
  const inside = (mayLoad: boolean) => (
    <LaterProvider value={mayLoad}>
      <Later name="Bar" />
    </LaterProvider>
  );
  const view = render(inside(false));
  expect(screen.getByText('The place of Bar')).toBeTruthy();
  expect(importPart).not.toHaveBeenCalled();

  view.rerender(inside(true));
  expect(await screen.findByRole('button', { name: 'Bar' })).toBeTruthy();
  view.rerender(inside(false));
  expect(screen.getByRole('button', { name: 'Bar' })).toBeTruthy();
});

test('a part that cannot be loaded is asked for again as long as it is wanted', async () => {
  let online = false;
  const importPart = vi.fn(async () => {
    if (!online) throw new TypeError('Failed to fetch dynamically imported module');
    return Part;
  });
  const Later = later(importPart, Instead);
  const view = render(<Later name="Bar" />);
  await vi.waitFor(() => expect(importPart.mock.calls.length).toBeGreaterThan(1), { timeout: 5_000 });
  expect(screen.getByText('The place of Bar')).toBeTruthy();
  view.unmount();
  const asked = importPart.mock.calls.length;

  online = true;
  render(<Later name="Bar" />);
  expect(await screen.findByRole('button', { name: 'Bar' })).toBeTruthy();
  expect(importPart).toHaveBeenCalledTimes(asked + 1);
});

test('all parts can be loaded ahead: then they are there at once', async () => {
  const Later = later(async () => Part, Instead);
  await loadLaterParts();
  render(<Later name="Bar" />);
  expect(screen.getByRole('button', { name: 'Bar' })).toBeTruthy();
});
