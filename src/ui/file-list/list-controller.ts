import {
  EMPTY_SELECTION,
  findCountRefusal,
  findPickRefusal,
  folderCheckOf,
  isCounting,
  isSelected,
  picksFilesBelow,
  searchOf,
  selectAll,
  selectAlso,
  selectedCount,
  selectedItems,
  selectOnly,
  selectRange,
  toggleSelected,
  type DriveItem,
  type PickRefusal,
  type Selection,
} from '../../drive';
import type { ControlModel } from '../control-model';
import { isPreviewable } from '../find-viewer';
import type { ViewOptions } from '../view-options';
import type { ViewState } from '../view-state';
import { opensInPlace } from './file-type';
import type { ListCommand } from './list-key';
import { open, openItem } from './open-item';

export type SelectHow = Extract<ListCommand, { kind: 'move' }>['how'] | 'toggle';

export interface ListControllerOptions {
  readonly control: Pick<ControlModel, 'folder' | 'picker'>;
  readonly view: Pick<ViewState, 'menu' | 'preview' | 'dialog'>;
  readonly options: ViewOptions;
  /** The files below a folder were put into the basket; `undefined`: they were not. */
  readonly onGathered: (folder: DriveItem, count: number | undefined) => void;
  /** Somebody wanted to pick what can't be picked. */
  readonly onRefused: (item: DriveItem, refusal: PickRefusal) => void;
}

/** What both the mouse and the keyboard do with rows. Reads the present state at every call: never stale. */
export function createListController(parts: ListControllerOptions) {
  const { folder, picker } = parts.control;
  const { view, options } = parts;
  const picking = () => {
    const state = picker.state.get();
    return state.status === 'picking' ? state : undefined;
  };
  const mode = () => picking()?.rules.selection ?? options.selection;
  const isRefused = (item: DriveItem) => {
    const now = picking();
    const refusal = now && findPickRefusal(now.rules, item);
    // A folder that can't be picked itself is there to be opened.
    if (refusal && !opensInPlace(item)) parts.onRefused(item, refusal);
    return refusal !== undefined;
  };
  const select = (item: DriveItem, how: SelectHow) => {
    const { activeId } = folder.state.get();
    folder.setActive(item.id);
    if (how === 'focus' || mode() === 'none') return;
    const isRange = mode() === 'multiple' && (how === 'extend' || how === 'extend-kept');
    if (how === 'toggle' && toggleBelow(parts, item)) return;
    // A range may end at a row that can't be picked itself.
    if (!isRange && isRefused(item)) return;
    picker.setSelection((selection, rows) => {
      if (mode() === 'single') return selectOne(selection, item, how);
      return selectMany(selection, rows, { item, how, activeId });
    });
  };
  return {
    select,
    /** False for a file that is to be picked: its name and a tap choose it. */
    opens: (item: DriveItem) => !picking() || opensInPlace(item),
    /** How a finger chooses, which has no Control key. */
    tapHow: () => (picking() && mode() === 'multiple' ? 'toggle' : 'select'),
    /** While rows are selected, a finger selects more of them; while picking, the circles do that. */
    tapsSelect: () => {
      const { selection, rows } = folder.state.get();
      return !picking() && selectedCount(selection, rows.length) > 0;
    },
    /** Opens a folder; shows a file, or picks it where that is asked. @returns false where neither is possible */
    open: (item: DriveItem, by: 'key' | 'pointer'): boolean => {
      const now = picking();
      if (!now || opensInPlace(item)) {
        // The arrow keys picked its row only on the way.
        if (by === 'key' && now?.rules.selection === 'single') picker.remove(item);
        openItem(item, parts);
        return true;
      }
      if (mode() === 'none' || isRefused(item)) return false;
      return confirm(parts, item, by);
    },
    /** Shows a file by quick look; while picking, Space picks. @returns false where there is nothing to see */
    look: (index: number): boolean => {
      const item = folder.state.get().rows[index];
      if (picking() || !item || item.unreachable || !isPreviewable(item, options.viewers)) return false;
      open(item, options, view.preview.set);
      return true;
    },
    /** @returns what puts back what is picked now */
    rememberPicked: () => {
      const before = picking();
      return () => {
        const now = picking();
        if (before && now) picker.start(now.rules, before.basket, now.awaited);
      };
    },
    /** Whether more than one row can be selected. */
    selectsMany: () => mode() === 'multiple',
    /** The rows from one number to another, each range of them, together with what was selected `before`. */
    selectRanges: (ranges: readonly (readonly [number, number])[], before = EMPTY_SELECTION) =>
      picker.setSelection((_, rows) => {
        const added = ranges.flatMap(([first, last]) => rows.slice(first, last + 1));
        return selectAlso(before, rows, added);
      }),
    up: () => folder.up(),
    selectAll: () => {
      if (mode() === 'multiple') picker.setSelection(selectAll);
    },
    clear: () => picker.setSelection(() => EMPTY_SELECTION),
    /** What Escape means to the list; while picking one order holds in the whole view: `useEscape`. */
    escape: (): boolean => {
      const { selection, rows, path } = folder.state.get();
      // What was searched for is given up before.
      if (picking() || searchOf(path) || selectedCount(selection, rows.length) === 0) return false;
      folder.setSelection(() => EMPTY_SELECTION);
      return true;
    },
    /**
     * A menu of the row is for the selection that it belongs to, else for the row, which is selected; while picking for
     * the row alone: a look at it chooses nothing. Without a row it is for the folder, and nothing is selected.
     */
    openMenu: (item: DriveItem | undefined, at: DOMRectReadOnly) => {
      const state = () => folder.state.get();
      if (item && (picking() || isSelected(state().selection, item.id))) folder.setActive(item.id);
      else if (item) select(item, 'select');
      else if (!picking()) folder.setSelection(() => EMPTY_SELECTION);
      const isForAll = item && !picking() && isSelected(state().selection, item.id);
      const items = isForAll ? selectedItems(state().selection, state().rows) : item ? [item] : [];
      view.menu.set({ items, at });
    },
  };
}

export type ListController = ReturnType<typeof createListController>;

function selectOne(selection: Selection, item: DriveItem, how: SelectHow): Selection {
  return how === 'toggle' && isSelected(selection, item.id) ? EMPTY_SELECTION : selectOnly(item.id);
}

function selectMany(
  selection: Selection,
  rows: readonly DriveItem[],
  { item, how, activeId }: { item: DriveItem; how: SelectHow; activeId: string | undefined },
): Selection {
  switch (how) {
    case 'focus':
      return selection;
    case 'select':
      return selectOnly(item.id);
    case 'toggle':
      return toggleSelected(selection, item.id);
    case 'extend':
    case 'extend-kept': {
      // Without an anchor the range begins where the focus was.
      const anchor = selection.anchor ?? activeId ?? rows[0]?.id;
      return selectRange({ ...selection, anchor }, rows, item.id, how === 'extend-kept');
    }
  }
}

/** The check of a folder stands for the files below it, where files are picked. @returns whether it was one */
function toggleBelow({ control: { picker }, onGathered }: ListControllerOptions, item: DriveItem): boolean {
  const now = picker.state.get();
  if (now.status === 'off' || !opensInPlace(item) || !picksFilesBelow(now)) return false;
  if (isCounting(now, item)) picker.cancelGathering();
  else if (folderCheckOf(now, item) === 'all' || findCountRefusal(now)) picker.removeBelow(item);
  else void picker.gather(item).then((count) => onGathered(item, count));
  return true;
}

/** Chooses: at once where one is picked, and by Enter where the picked ones are complete. */
function confirm(
  { control: { picker }, options }: ListControllerOptions,
  item: DriveItem,
  by: 'key' | 'pointer',
): boolean {
  const now = picker.state.get();
  if (now.status === 'off') return false;
  // As the button Choose: what is still being counted, or on its way, would be left out.
  if (isCounting(now) || now.awaited.length > 0) return true;
  if (now.rules.selection === 'single' || (by === 'key' && now.basket.length === 0)) {
    picker.setSelection(() => selectOnly(item.id));
  }
  if (now.rules.selection === 'single' || (by === 'key' && now.basket.length > 0)) {
    options.onPick(picker.choice());
  }
  return true;
}
