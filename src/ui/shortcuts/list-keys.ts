import type { MessageId } from '../../locales';
import type { ListCommand } from '../file-list/list-key';

/** A key that the list itself hears. */
export interface ListKey {
  readonly keys: readonly string[];
  readonly label: MessageId;
  readonly does: ListCommand['kind'];
}

/** What the sheet tells of `listCommandOf`; a test holds one against the other. */
export const LIST_KEYS: readonly ListKey[] = [
  { keys: ['ArrowUp', 'ArrowDown'], label: 'shortcut.move', does: 'move' },
  { keys: ['Home', 'End'], label: 'shortcut.ends', does: 'move' },
  { keys: ['PageUp', 'PageDown'], label: 'shortcut.page', does: 'move' },
  { keys: ['Shift+ArrowUp', 'Shift+ArrowDown'], label: 'shortcut.extend', does: 'move' },
  { keys: ['Control+ArrowUp', 'Control+ArrowDown'], label: 'shortcut.moveOnly', does: 'move' },
  { keys: ['Space', 'Control+Space'], label: 'shortcut.toggle', does: 'toggle' },
  { keys: ['Control+A'], label: 'shortcut.selectAll', does: 'select-all' },
  { keys: ['Escape'], label: 'shortcut.clear', does: 'clear' },
  { keys: ['Enter'], label: 'shortcut.open', does: 'open' },
  { keys: ['Backspace', 'Alt+ArrowUp'], label: 'shortcut.up', does: 'up' },
  { keys: ['Shift+F10', 'ContextMenu'], label: 'shortcut.menu', does: 'menu' },
  { keys: ['A'], label: 'shortcut.type', does: 'type' },
];
