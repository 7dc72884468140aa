import type { Page } from 'playwright';

/** An act as a person does it: one key, or one click. In words where a contestant cannot do it. */
type Skill = Deed | string;

export interface Deed {
  /** What has to be done before it each time, and is not measured: a menu is opened. */
  readonly prepare?: (page: Page) => Promise<void>;
  readonly run: (page: Page) => Promise<void>;
}

export interface Skills {
  readonly selectAll: Skill;
  /** By name, the other way round each time. */
  readonly sort: Skill;
  /** In the row or the row itself: it matches, and can be seen, while the row is selected. */
  readonly selectedMark: string;
  /** Why it does not sort back, in words: then it begins anew each time. */
  readonly oneWay?: string;
}

/** Ctrl+A in the list, wherever it listens. */
function pressSelectAll(row: string): Deed {
  return {
    prepare: (page) => page.locator(row).first().focus(),
    run: (page) => page.keyboard.press('Control+A'),
  };
}

const clickOn = (selector: string): Deed => ({ run: (page) => page.locator(selector).first().click() });

/** By the contestants' names, found in the sources of each as they are installed, and tried. */
export const SKILLS: Readonly<Record<string, Skills>> = {
  ours: {
    selectAll: pressSelectAll('[role=row][data-index="0"]'),
    sort: clickOn('[role=columnheader] button:text-is("Name")'),
    selectedMark: '[aria-selected=true]',
  },
  svar: {
    // Its own keys have no Ctrl+A, its menus no such entry.
    selectAll: 'cannot select all',
    sort: clickOn('[data-header-id=":name"]'),
    selectedMark: '.wx-selected',
    // Its header asks for “descending” whatever the order is: it knows only the one of the first rendering.
    oneWay: 'sorts one way only',
  },
  cubone: {
    selectAll: pressSelectAll('.file-item-container'),
    sort: clickOn('.files-header .file-name'),
    selectedMark: '.file-selected',
  },
  chonky: {
    selectAll: { run: (page) => page.keyboard.press('Control+A') },
    sort: {
      prepare: (page) => page.getByTitle('Options').click(),
      run: (page) => page.getByText('Sort by name').click(),
    },
    selectedMark: '[class*="selectionIndicator"]',
  },
  mgt: {
    selectAll: 'cannot select all',
    sort: 'cannot sort',
    selectedMark: '',
  },
  box: {
    selectAll: 'cannot select all',
    // It asks for the folder anew, in another order.
    sort: 'its server sorts',
    selectedMark: '',
  },
};
