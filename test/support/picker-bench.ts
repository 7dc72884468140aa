import { createPicker, selectOnly, toggleSelected, type DriveItem, type PickRules } from '../../src/drive';
// Comes when it is needed; here it is there from the first.
import '../../src/drive/gather-files';
import { openFolderBrowser, setUpFolderBrowser } from './folder-browser-bench';
import { settled } from './manual-environment';
import { buildRules } from './pick-rules';

/** A picker over the real folder browser, whose root holds the items. */
export async function openPicker(items: readonly DriveItem[], rules?: Partial<PickRules>) {
  return withPicker(await openFolderBrowser(...items), rules);
}

/** The same before anything is listed. */
export function setUpPicker(rules?: Partial<PickRules>) {
  return withPicker(setUpFolderBrowser(), rules);
}

function withPicker(parts: ReturnType<typeof setUpFolderBrowser>, rules?: Partial<PickRules>) {
  const { browser, requests, get } = parts;
  const picker = createPicker({ folder: browser, requests });
  picker.start(buildRules(rules));
  const picking = () => {
    const state = picker.state.get();
    if (state.status === 'off') throw new Error('Picking is off.');
    return state;
  };
  return {
    ...parts,
    picker,
    picking,
    /** Names of what is picked, in order. */
    basket: () => picking().basket.map(({ item }) => item.name),
    /** Names of the rows that are shown as selected. */
    selected: () => {
      const { rows, selection } = get();
      return rows.filter((row) => selection.all !== selection.exceptions.has(row.id)).map((row) => row.name);
    },
    click: (item: DriveItem) => picker.setSelection(() => selectOnly(item.id)),
    toggle: (...items: DriveItem[]) => {
      for (const item of items) picker.setSelection((selection) => toggleSelected(selection, item.id));
    },
    /** The folder is opened and listed with these items. */
    enter: async (folder: DriveItem, ...items: DriveItem[]) => {
      browser.open(folder);
      parts.listing().page(...items);
      parts.listing().end();
      await settled();
    },
  };
}
