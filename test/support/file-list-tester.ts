import { within } from '@testing-library/dom';
import type { UserEvent } from '@testing-library/user-event';

/** Speaks of the file list as a user does; knows its roles, not its markup. */
export function createFileListTester(root: HTMLElement, user: UserEvent) {
  const inside = within(root);
  const grid = () => inside.getByRole('grid', { name: 'Files' });
  const rows = () => [...grid().querySelectorAll<HTMLElement>('[role=row][data-index]')];
  const nameOf = (row: Element) => row.getAttribute('aria-label') ?? '';
  const row = (name: string) => {
    const found = rows().find((candidate) => nameOf(candidate) === name);
    if (!found) throw new Error(`No row named ${name}; there are ${rows().map(nameOf).join(', ')}`);
    return found;
  };
  const part = (name: string, selector: string) => {
    const found = row(name).querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`The row ${name} has no ${selector}`);
    return found;
  };
  return {
    grid,
    row,
    /** Names of the rows that exist, from top to bottom. */
    names: () =>
      rows()
        .sort((a, b) => Number(a.dataset['index']) - Number(b.dataset['index']))
        .map(nameOf),
    selected: () =>
      rows()
        .filter((candidate) => candidate.getAttribute('aria-selected') === 'true')
        .map(nameOf),
    /** Name of the row that has the focus. */
    focused: () => {
      const scope = root.getRootNode();
      const active = scope instanceof ShadowRoot || scope instanceof Document ? scope.activeElement : null;
      return active?.matches('[data-index]') ? nameOf(active) : undefined;
    },
    /** In the free part of the row, beside the name. */
    click: (name: string) => user.click(part(name, '[role=gridcell]:last-child')),
    clickName: (name: string) => user.click(part(name, '[data-part=name] span')),
    doubleClick: (name: string) => user.dblClick(part(name, '[role=gridcell]:last-child')),
    check: (name: string) => user.click(inside.getByRole('checkbox', { name: `Select ${name}` })),
    sortBy: (column: string) => user.click(inside.getByRole('button', { name: column })),
    top: (name: string) => row(name).getBoundingClientRect().top,
  };
}
