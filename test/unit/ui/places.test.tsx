import { cleanup, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { DriveItem, PathFolder } from '../../../src/drive';
import { OneDriveError } from '../../../src/lib';
import type { Places } from '../../../src/ui/control-model';
import { buildFile, buildFolder } from '../../support/drive-items';
import { renderView } from '../../support/render-view';

const inRoot = { parentReference: { driveId: 'drive', id: 'root' } };
const FOLDERS = [
  buildFolder({ id: 'z', name: 'Zulu', ...inRoot }),
  buildFolder({ id: 'a', name: 'Alpha', ...inRoot }),
];

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

/** A wide control with a pane over places that answer as the test says. */
async function setUp(
  below: (folder: PathFolder | 'my-files') => readonly DriveItem[],
  props: Parameters<typeof renderView>[1] = {},
) {
  const read: (PathFolder | 'my-files')[] = [];
  const places: Places = {
    sources: () => ['my-files', 'recent', 'sites'],
    canSearchEverywhere: () => true,
    recycleBins: async () => ({ isPersonal: false, pages: [] }),
    below: async function* (folder) {
      read.push(folder);
      yield below(folder);
    },
    makeAppFolder: async () => {
      throw new Error('Not in this test.');
    },
    openLink: async () => buildFile({}),
  };
  const view = renderView([], { width: 1000, ...props }, (model) =>
    Object.assign(model, { loadPlaces: async () => places }),
  );
  const screen = within(view.root);
  const names = () => screen.queryAllByRole('treeitem').map((item) => item.getAttribute('aria-label'));
  return { ...view, screen, names, read };
}

describe('the pane of places', () => {
  it('reads folders when they are opened, names them in order, and leads to them', async () => {
    const { screen, names, read, user, model } = await setUp(() => [
      ...FOLDERS,
      buildFile({ name: 'x.txt' }),
    ]);
    await expect.poll(names).toEqual(['My files', 'Recent', 'Sites']);
    expect(read).toEqual([]);
    screen.getByRole('treeitem', { name: 'My files' }).focus();
    await user.keyboard('{ArrowRight}');
    await expect.poll(names).toEqual(['My files', 'Alpha', 'Zulu', 'Recent', 'Sites']);
    expect(read).toEqual(['my-files']);
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(model.folder.state.get().path.map(({ id }) => id)).toEqual(['root', 'z']);
    const zulu = screen.getByRole('treeitem', { name: 'Zulu' });
    expect(zulu.getAttribute('aria-selected')).toBe('true');
    expect(zulu.getAttribute('aria-level')).toBe('2');
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    await expect.poll(names).toEqual(['My files', 'Recent', 'Sites']);
  });

  it('says what could not be read, and reads it again', async () => {
    const failures = [new OneDriveError('unavailable')];
    const { screen, names, user } = await setUp(() => {
      const failure = failures.pop();
      if (failure) throw failure;
      return FOLDERS;
    });
    await expect.poll(names).toContain('My files');
    screen.getByRole('treeitem', { name: 'My files' }).focus();
    await user.keyboard('{ArrowRight}');
    await expect.poll(() => screen.queryByRole('treeitem', { name: /Try again/ })).not.toBeNull();
    await user.keyboard('{ArrowDown}{Enter}');
    await expect.poll(names).toEqual(['My files', 'Alpha', 'Zulu', 'Recent', 'Sites']);
  });

  it('shows the sources that the page allows, and none where it allows none', async () => {
    const some = await setUp(() => [], { options: { sources: new Set(['my-files', 'teams']) } });
    await expect.poll(some.names).toEqual(['My files']);
    cleanup();
    const none = await setUp(() => [], { options: { sources: new Set() } });
    expect(none.screen.queryByRole('navigation', { name: 'Places' })).toBeNull();
  });

  it('gives way where there is no room, and comes by its button', async () => {
    const { screen, names, user } = await setUp(() => [], { width: 400 });
    await expect.poll(() => screen.queryByRole('button', { name: 'Places' })).not.toBeNull();
    expect(names()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Places' }));
    await expect.poll(names).toEqual(['My files', 'Recent', 'Sites']);
    await user.keyboard('{Escape}');
    await expect.poll(names).toEqual([]);
  });
});

it('closes beside the list too, and stays closed in the next control of the origin', async () => {
  const first = await setUp(() => []);
  await expect.poll(first.names).toEqual(['My files', 'Recent', 'Sites']);
  const toggle = () => first.screen.getByRole('button', { name: 'Places' });
  expect(toggle().getAttribute('aria-expanded')).toBe('true');
  await first.user.click(toggle());
  await expect.poll(first.names).toEqual([]);
  expect(toggle().getAttribute('aria-expanded')).toBe('false');
  cleanup();
  const second = await setUp(() => []);
  const button = await second.screen.findByRole('button', { name: 'Places' });
  expect(second.names()).toEqual([]);
  await second.user.click(button);
  await expect.poll(second.names).toEqual(['My files', 'Recent', 'Sites']);
});

describe('rows of sites and teams', () => {
  it('can be opened, and not selected', async () => {
    const site = buildFolder({
      id: 'site 1',
      driveId: '',
      name: 'Marketing',
      elsewhere: { kind: 'site', siteId: '1' },
    });
    const { list, root } = renderView([site], {}, (model) =>
      model.folder.set({ path: [{ driveId: '', id: '', name: '', elsewhere: { kind: 'sites' } }] }),
    );
    expect(list.names()).toEqual(['Marketing']);
    expect(within(root).queryAllByRole('checkbox')).toEqual([]);
  });
});
