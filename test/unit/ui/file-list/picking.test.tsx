import { cleanup, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createPicker,
  type DriveItem,
  type FolderBrowser,
  type PickRules,
  type PickState,
} from '../../../../src/drive';
import { OneDriveError } from '../../../../src/lib';
import { DEFAULT_VIEW_OPTIONS } from '../../../../src/ui/view-options';
import { buildFile, buildFolder } from '../../../support/drive-items';
import { buildRules } from '../../../support/pick-rules';
import { renderView } from '../../../support/render-view';

const items = [
  buildFolder({ name: 'Alpha', id: 'alpha' }),
  buildFile({ name: 'b.pdf', size: 100 }),
  buildFile({ name: 'c.txt', size: 100 }),
  buildFile({ name: 'd.pdf', size: 200_000_000 }),
  buildFile({ name: 'e.pdf', size: 100 }),
];
const inside = [buildFile({ id: 'x', name: 'x.pdf' }), buildFile({ id: 'y', name: 'y.pdf' })];
const PDF = { accept: ['.pdf'] };

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

/** Folders below the open one are listed as the test says. */
function pickerOver(folder: FolderBrowser, listBelow: () => Promise<never>) {
  const children = async function* () {
    yield await listBelow();
  };
  return createPicker({ folder, requests: { children } });
}

function renderPicking(
  rules: Partial<PickRules>,
  contents: readonly DriveItem[] = items,
  listBelow?: () => Promise<never>,
) {
  const onPick = vi.fn<(items: readonly DriveItem[]) => void>();
  const options = { ...DEFAULT_VIEW_OPTIONS, onPick };
  const rendered = renderView(
    (id) => (id === 'root' ? contents : inside),
    { options },
    (made) => {
      if (listBelow) Object.assign(made, { picker: pickerOver(made.folder, listBelow) });
      made.picker.start(buildRules(rules));
    },
  );
  const { list, model, root } = rendered;
  return {
    ...rendered,
    picked: () => onPick.mock.calls.map(([picks]) => picks.map(({ name }) => name)),
    basket: () => model.picker.choice().map(({ name }) => name),
    openFolder: () => model.folder.state.get().path.at(-1)?.name,
    described: (name: string) => list.row(name).getAttribute('aria-description') ?? '',
    disabled: (name: string) => list.row(name).getAttribute('aria-disabled'),
    circle: (name: string) => within(root).queryByRole('checkbox', { name: `Select ${name}` }),
    tray: async () => within(await within(root).findByRole('region', { name: 'Choosing' })),
  };
}

describe('rows that can’t be picked', () => {
  it('say why in the tray to whoever clicks them or presses Enter, until something is picked', async () => {
    const { list, tray, user, picked } = renderPicking(PDF);
    await list.click('c.txt');
    expect(await (await tray()).findByText('c.txt: Only PDF files can be chosen')).toBeDefined();
    await list.click('b.pdf');
    expect((await tray()).queryByText(/^c\.txt/)).toBeNull();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(await (await tray()).findByText('c.txt: Only PDF files can be chosen')).toBeDefined();
    expect(picked()).toEqual([]);
  });

  it('stay visible and say why; folders and the others are as ever', () => {
    const { list, disabled, described, circle } = renderPicking({
      accept: ['.pdf', 'image/*'],
      maxSize: 10 * 1024 ** 2,
    });
    expect(list.names()).toHaveLength(5);
    expect(list.names().filter((name) => disabled(name) === 'true')).toEqual(['c.txt', 'd.pdf']);
    expect(described('c.txt')).toMatch(/^Only PDF and image files can be chosen\. /);
    expect(list.row('c.txt').title).toBe('Only PDF and image files can be chosen');
    expect(list.row('c.txt').querySelector('bdi')?.title).toBe(
      'c.txt\nOnly PDF and image files can be chosen',
    );
    expect(described('d.pdf')).toMatch(/^Larger than 10 MB\. /);
    expect(circle('c.txt')).toBeNull();
    expect(list.row('c.txt').hasAttribute('aria-selected')).toBe(false);
    expect(list.row('b.pdf').getAttribute('aria-selected')).toBe('false');
  });

  it.each([
    [{ kind: 'folders' } as const, 'Only folders can be chosen'],
    [{ accept: ['application/pdf'] }, 'Only PDF files can be chosen'],
    [{ accept: 'a,b,c,d,e,f,g'.split(',') }, 'Files of this type can’t be chosen'],
    [{ filter: () => false }, 'Can’t be chosen here'],
    [{ filter: () => 'Signed already' }, 'Signed already'],
  ])('have the words for %j', (rules, words) => {
    const { described } = renderPicking(rules);
    expect(described('c.txt').startsWith(`${words}. `)).toBe(true);
  });

  it('take the focus, but not the selection, by mouse, keyboard and range', async () => {
    const { list, user } = renderPicking(PDF);
    await list.click('b.pdf');
    await list.click('c.txt');
    expect([list.focused(), list.selected()]).toEqual(['c.txt', ['b.pdf']]);
    await user.keyboard(' ');
    expect(list.selected()).toEqual(['b.pdf']);
    await list.click('b.pdf');
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect([list.focused(), list.selected()]).toEqual(['d.pdf', ['b.pdf', 'd.pdf']]);
    await user.keyboard('{Control>}a{/Control}');
    expect(list.selected()).toEqual(['b.pdf', 'd.pdf', 'e.pdf']);
  });

  it('are left out where the user wants it', async () => {
    const { list, model, change } = renderPicking(PDF);
    change(() => model.picker.setHidesRefused(true));
    expect(list.names()).toEqual(['Alpha', 'b.pdf', 'd.pdf', 'e.pdf']);
  });

  it('hold the host’s filter to one call an item, however often they are drawn', async () => {
    const filter = vi.fn<(item: DriveItem) => boolean>(() => true);
    const { list, user } = renderPicking({ filter });
    await list.click('b.pdf');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(filter.mock.calls.map(([{ name }]) => name).sort()).toEqual(['b.pdf', 'c.txt', 'd.pdf', 'e.pdf']);
  });
});

describe('as many as allowed', () => {
  it('switches the other circles off and says why, and leaves the rows readable', async () => {
    const { list, circle, described, disabled, basket } = renderPicking({ ...PDF, maxCount: 1 });
    await list.check('b.pdf');
    const words = '1 is chosen already, more are not allowed';
    expect(circle('e.pdf')?.getAttribute('aria-disabled')).toBe('true');
    expect(circle('e.pdf')?.title).toBe(words);
    expect(described('e.pdf')).toMatch(words);
    expect([disabled('e.pdf'), circle('b.pdf')?.getAttribute('aria-disabled')]).toEqual([null, null]);
    await list.check('e.pdf');
    expect(basket()).toEqual(['b.pdf']);
    await list.check('b.pdf');
    await list.check('e.pdf');
    expect(basket()).toEqual(['e.pdf']);
  });
});

describe('one or several', () => {
  const header = (root: HTMLElement) => within(root).queryByRole('checkbox', { name: 'Select all' });

  it('one: a click replaces, and nothing offers to select all', async () => {
    const { list, root, user, basket } = renderPicking({ selection: 'single' });
    expect([header(root), list.grid().hasAttribute('aria-multiselectable')]).toEqual([null, false]);
    await list.check('b.pdf');
    await list.check('c.txt');
    await user.keyboard('{Control>}a{/Control}{Shift>}{ArrowDown}{/Shift}');
    expect([list.selected(), basket()]).toEqual([['d.pdf'], ['d.pdf']]);
    await list.check('d.pdf');
    expect(list.selected()).toEqual([]);
  });

  it('several: the header selects what may be picked, and then clears it', async () => {
    const { list, root, user } = renderPicking(PDF);
    expect(list.grid().getAttribute('aria-multiselectable')).toBe('true');
    const all = header(root);
    if (!all) throw new Error('No header check.');
    await user.click(all);
    expect([list.selected(), all.getAttribute('aria-checked')]).toEqual([
      ['b.pdf', 'd.pdf', 'e.pdf'],
      'true',
    ]);
    await list.check('b.pdf');
    expect(all.getAttribute('aria-checked')).toBe('mixed');
    await user.click(all);
    await user.click(all);
    expect(list.selected()).toEqual([]);
  });

  it('none: no circles, and no row that can be selected', async () => {
    const { list, root, basket } = renderPicking({ selection: 'none' });
    await list.click('b.pdf');
    expect(within(root).queryAllByRole('checkbox', { name: /^Select/ })).toEqual([]);
    expect([list.row('b.pdf').hasAttribute('aria-selected'), list.focused(), basket()]).toEqual([
      false,
      'b.pdf',
      [],
    ]);
  });
});

describe('opening and choosing', () => {
  it('a file’s name selects it, a folder’s name opens it', async () => {
    const open = vi.spyOn(window, 'open').mockReturnValue(null);
    const { list, openFolder, basket } = renderPicking({});
    await list.clickName('b.pdf');
    expect([list.selected(), open.mock.calls]).toEqual([['b.pdf'], []]);
    await list.clickName('Alpha');
    expect([openFolder(), basket()]).toEqual(['Alpha', ['b.pdf']]);
  });

  it('a double click chooses where one is picked, by the name too, and opens folders', async () => {
    const { list, openFolder, picked, user } = renderPicking({ selection: 'single', ...PDF });
    await list.doubleClick('c.txt');
    expect(picked()).toEqual([]);
    await list.doubleClick('b.pdf');
    expect(picked()).toEqual([['b.pdf']]);
    await user.dblClick(list.row('e.pdf').querySelector('bdi') ?? list.grid());
    expect(picked()).toEqual([['b.pdf'], ['e.pdf']]);
    await list.doubleClick('Alpha');
    expect(openFolder()).toBe('Alpha');
  });

  it('a double click only selects where several can be picked', async () => {
    const { list, picked, basket } = renderPicking({});
    await list.doubleClick('b.pdf');
    expect([picked(), basket()]).toEqual([[], ['b.pdf']]);
  });

  it('Enter chooses one, opens a folder, and does nothing on what can’t be picked', async () => {
    const { list, user, picked, openFolder } = renderPicking({ selection: 'single', ...PDF });
    await list.click('b.pdf');
    await user.keyboard('{ArrowDown}{Enter}');
    expect(picked()).toEqual([]);
    await user.keyboard('{ArrowUp}{Enter}');
    expect(picked()).toEqual([['b.pdf']]);
    await user.keyboard('{Home}{Enter}');
    expect(openFolder()).toBe('Alpha');
  });

  it('Enter picks the first of several, then chooses all that are picked', async () => {
    const { list, user, picked } = renderPicking(PDF);
    await list.click('b.pdf');
    await user.keyboard('{Escape}{Enter}');
    expect([picked(), list.selected()]).toEqual([[], ['b.pdf']]);
    await list.check('e.pdf');
    await user.keyboard('{Enter}');
    expect(picked()).toEqual([['b.pdf', 'e.pdf']]);
  });
});

describe('walking into a folder that could be picked', () => {
  const kept = (state: PickState) =>
    state.status === 'off' ? [] : state.basket.map(({ item }) => item.name);

  it.each(['folders', 'all'] as const)(
    'by a double click takes back what its first click picked (%s)',
    async (kind) => {
      const { list, model, openFolder } = renderPicking({ kind, selection: 'single' });
      await list.doubleClick('Alpha');
      expect([openFolder(), kept(model.picker.state.get())]).toEqual(['Alpha', []]);
    },
  );

  it('by a double click leaves what was picked before as it was', async () => {
    const { list, model, openFolder } = renderPicking({ kind: 'all' });
    await list.check('b.pdf');
    await list.check('Alpha');
    await list.doubleClick('Alpha');
    expect([openFolder(), kept(model.picker.state.get())]).toEqual(['Alpha', ['b.pdf', 'Alpha']]);
  });

  it('by a double click brings back the one that its first click replaced', async () => {
    const { list, model } = renderPicking({ kind: 'all', selection: 'single' });
    await list.click('b.pdf');
    await list.doubleClick('Alpha');
    expect(kept(model.picker.state.get())).toEqual(['b.pdf']);
  });

  it('by Enter means the open folder, where the arrow keys picked its row on the way', async () => {
    const { list, model, user, openFolder } = renderPicking({ kind: 'folders', selection: 'single' });
    await list.click('b.pdf');
    await user.keyboard('{Home}');
    expect(kept(model.picker.state.get())).toEqual(['Alpha']);
    await user.keyboard('{Enter}');
    expect([openFolder(), kept(model.picker.state.get())]).toEqual(['Alpha', []]);
  });
});

describe('the check of a folder', () => {
  it('is missing where one file is picked', () => {
    expect(renderPicking({ selection: 'single' }).circle('Alpha')).toBeNull();
  });

  it('picks the folder where folders are picked', async () => {
    const { list, basket } = renderPicking({ kind: 'all' });
    await list.check('Alpha');
    expect([list.selected(), basket()]).toEqual([['Alpha'], ['Alpha']]);
  });

  it('gathers the files below, shows how many of them are picked, and lets them go', async () => {
    const { list, root, model, basket, circle, change } = renderPicking({});
    const state = () => circle('Alpha')?.getAttribute('aria-checked');
    expect([state(), list.row('Alpha').hasAttribute('aria-selected')]).toEqual(['false', false]);
    await list.check('Alpha');
    await expect.poll(state).toBe('true');
    expect(basket()).toEqual(['x.pdf', 'y.pdf']);
    expect(root.textContent).toContain('2 files in Alpha were added.');
    change(() => model.picker.remove(inside[0] ?? buildFile()));
    expect(state()).toBe('mixed');
    await list.check('Alpha');
    await expect.poll(state).toBe('true');
    await list.check('Alpha');
    expect([state(), basket()]).toEqual(['false', []]);
  });

  it('is mixed while it is counted, and a second click gives that up', async () => {
    const { list, circle, basket, root } = renderPicking({}, items, () => new Promise(() => undefined));
    const state = () => circle('Alpha')?.getAttribute('aria-checked');
    await list.check('Alpha');
    await expect.poll(state).toBe('mixed');
    await list.check('Alpha');
    expect([state(), basket()]).toEqual(['false', []]);
    expect(root.textContent).not.toMatch(/was added|were added|could not be listed/);
  });

  it('says in the tray that there was no room for all of them, until something else is picked', async () => {
    const { list, tray, model, change } = renderPicking({ selection: 'multiple', maxCount: 1 });
    await list.check('Alpha');
    const sentence = '1 file in Alpha was added. No more can be chosen.';
    expect(await (await tray()).findByText(sentence)).toBeDefined();
    change(() => model.picker.clear());
    expect((await tray()).queryByText(sentence)).toBeNull();
  });

  it('says why the files could not be counted', async () => {
    const { list, circle, root, tray } = renderPicking({}, items, async () => {
      throw new OneDriveError('access-denied');
    });
    await list.check('Alpha');
    await expect.poll(() => root.textContent).toContain('The files in Alpha could not be listed: ');
    expect(await (await tray()).findByText(/^The files in Alpha could not be listed: /)).toBeDefined();
    expect(circle('Alpha')?.getAttribute('aria-checked')).toBe('false');
  });
});
