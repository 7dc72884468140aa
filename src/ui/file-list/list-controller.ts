import {
  EMPTY_SELECTION,
  isSelected,
  selectAll,
  selectedItems,
  selectOnly,
  selectRange,
  toggleSelected,
  type DriveItem,
  type FolderBrowser,
} from '../../drive';
import type { ViewState } from '../view-state';
import type { ListCommand } from './list-key';
import { openItem } from './open-item';

export type SelectHow = Extract<ListCommand, { kind: 'move' }>['how'] | 'toggle';

/** What both the mouse and the keyboard do with rows. Reads the present state at every call: never stale. */
export function createListController(folder: FolderBrowser, view: ViewState) {
  const select = (item: DriveItem, how: SelectHow) => {
    const active = folder.state.get().activeId;
    folder.setSelection((selection, rows) => {
      switch (how) {
        case 'select':
          return selectOnly(item.id);
        case 'focus':
          return selection;
        case 'toggle':
          return toggleSelected(selection, item.id);
        case 'extend':
        case 'extend-kept': {
          // Without an anchor the range begins where the focus was.
          const anchor = selection.anchor ?? active ?? rows[0]?.id;
          return selectRange({ ...selection, anchor }, rows, item.id, how === 'extend-kept');
        }
      }
    });
    folder.setActive(item.id);
  };
  return {
    select,
    open: (item: DriveItem) => openItem(item, folder),
    up: () => folder.up(),
    selectAll: () => folder.setSelection(selectAll),
    clear: () => folder.setSelection(() => EMPTY_SELECTION),
    /** A right click keeps a selection that the row belongs to. */
    selectForMenu: (item: DriveItem) => {
      if (isSelected(folder.state.get().selection, item.id)) folder.setActive(item.id);
      else select(item, 'select');
    },
    rename: (item: DriveItem) => view.dialog.set({ kind: 'rename', item }),
    remove: (item: DriveItem | undefined) => {
      const { selection, rows } = folder.state.get();
      const selected = selectedItems(selection, rows);
      const items = selected.length > 0 || !item ? selected : [item];
      if (items.length > 0) view.dialog.set({ kind: 'delete', items });
    },
  };
}

export type ListController = ReturnType<typeof createListController>;
