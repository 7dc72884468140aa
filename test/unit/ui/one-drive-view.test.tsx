import { cleanup, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { buildFile, buildFolder } from '../../support/drive-items';
import { CONNECTED } from '../../support/fake-control-model';
import { renderView } from '../../support/render-view';

const items = [buildFolder({ name: 'Alpha' }), buildFile({ name: 'b.txt' }), buildFolder({ name: 'Zulu' })];

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

describe('the view', () => {
  it('follows the connection: skeleton, card, drive', async () => {
    const { root, model, change, list } = renderView(items, {}, (model) =>
      model.connection.set({ state: 'starting' }),
    );
    const screen = within(root);
    expect(screen.getByRole('status', { name: 'Loading files…' })).toBeDefined();
    change(() => model.connection.set({ state: 'signed-out' }));
    expect(screen.getByRole('button', { name: 'Connect to OneDrive' })).toBeDefined();
    change(() => model.connection.set(CONNECTED));
    expect(list.names()).toEqual(['Alpha', 'Zulu', 'b.txt']);
  });

  it('has the focus go from Connect to the heading, and with the files into their list', async () => {
    const { root, model, change, list, user } = renderView(items, {}, (fake) => {
      fake.connection.set({ state: 'signed-out' });
      fake.folder.set({ path: [] });
      Object.assign(fake, { connect: async () => fake.connection.set({ state: 'connecting' }) });
    });
    const screen = within(root);
    const focused = () => (root.getRootNode() as ShadowRoot).activeElement;
    await user.click(screen.getByRole('button', { name: 'Connect to OneDrive' }));
    expect(focused()).toBe(screen.getByRole('heading', { name: 'Your OneDrive, on this page' }));
    screen.getByRole('button', { name: 'Try again' }).focus();
    change(() => model.connection.set(CONNECTED));
    await expect.poll(() => focused()?.closest('[role="grid"]')).toBeTruthy();
    expect(list.focused()).toBe('Alpha');
  });

  it('keeps the work on screen while a window for signing in again is open', () => {
    const { model, change, list } = renderView(items);
    change(() => model.connection.set({ state: 'connecting' }));
    expect(list.names()).toHaveLength(3);
  });

  it('names the open folder in the breadcrumb and goes back by it', async () => {
    const { root, user, model, list } = renderView((id) => (id === 'root' ? items : []));
    await list.clickName('Zulu');
    const crumbs = within(within(root).getByRole('navigation', { name: 'Breadcrumb' }));
    expect(crumbs.getByText('Zulu').closest('[aria-current]')?.getAttribute('aria-current')).toBe('page');
    await user.click(crumbs.getByRole('button', { name: 'My files' }));
    expect(model.folder.state.get().path).toHaveLength(1);
  });

  it('goes back to the folder it came from: that row is active again', async () => {
    const { user, list } = renderView((id) => (id === 'root' ? items : [buildFile({ name: 'x.txt' })]));
    await list.click('Zulu');
    await user.keyboard('{Enter}');
    expect(list.focused()).toBe('x.txt');
    await user.keyboard('{Backspace}');
    expect(list.focused()).toBe('Zulu');
  });

  it('sorts by its column headers and says how', async () => {
    const { list, root } = renderView(items);
    await list.sortBy('Name');
    expect(list.names()).toEqual(['Zulu', 'Alpha', 'b.txt']);
    const header = within(root).getByRole('columnheader', { name: 'Name' });
    expect(header.getAttribute('aria-sort')).toBe('descending');
  });

  it('hides the columns that have no room', () => {
    const { root } = renderView(items, { width: 320 });
    expect(within(root).queryByRole('columnheader', { name: 'Modified' })).toBeNull();
    expect(within(root).getByRole('columnheader', { name: 'Name' })).toBeDefined();
  });
});
