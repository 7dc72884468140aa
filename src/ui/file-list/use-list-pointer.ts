import { useRef, type MouseEvent, type PointerEvent } from 'react';
import { selectedCount, type DriveItem, type FolderBrowser } from '../../drive';
import { createBrowserEnvironment } from '../../lib';
import { isControl } from './is-control';
import type { ListController } from './list-controller';
import type { RowFocus } from './use-active-row';

const LONG_PRESS = 500;
/** Pixels a finger may tremble before a press becomes a scroll. */
const TREMBLE = 10;

const environment = createBrowserEnvironment();

interface Press {
  /** `mouse`, `touch` or `pen`: of the pointer that clicks. */
  type: string;
  x: number;
  y: number;
  cancel: () => void;
  /** The long press has selected already: the click that follows means nothing. */
  done: boolean;
  /** Row of the last click: a double click must have hit the same row twice. */
  clicked: string | undefined;
}

export function useListPointer(folder: FolderBrowser, controller: ListController, focus: RowFocus) {
  const press = useRef<Press>({ type: '', x: 0, y: 0, cancel: () => {}, done: false, clicked: undefined });

  const itemAt = (event: { target: EventTarget }): DriveItem | undefined => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    return row ? folder.state.get().rows[Number(row.dataset['index'])] : undefined;
  };

  const open = (item: DriveItem) => {
    folder.setActive(item.id);
    focus.request();
    controller.open(item);
  };

  const onPointerDown = (event: PointerEvent) => {
    const item = itemAt(event);
    press.current.cancel();
    const cancel =
      item && event.pointerType === 'touch'
        ? environment.after(LONG_PRESS, () => {
            press.current.done = true;
            controller.select(item, 'toggle');
          })
        : () => {};
    press.current = {
      ...press.current,
      type: event.pointerType,
      x: event.clientX,
      y: event.clientY,
      cancel,
      done: false,
    };
  };

  const onPointerMove = (event: PointerEvent) => {
    const { x, y, cancel } = press.current;
    if (Math.hypot(event.clientX - x, event.clientY - y) > TREMBLE) cancel();
  };

  const onClick = (event: MouseEvent) => {
    press.current.cancel();
    if (press.current.done || isControl(event.target)) return;
    const item = itemAt(event);
    if (!item) {
      if (isPart(event.target, 'rows')) controller.clear();
      return;
    }
    // The second click of a double click that has opened a folder lands on another list.
    if (event.detail > 1 && press.current.clicked !== item.id) {
      press.current.clicked = undefined;
      return;
    }
    press.current.clicked = item.id;
    const how = howOf(event, press.current.type === 'touch' && hasSelection(folder));
    if (how === 'open' || (how === 'select' && press.current.type === 'touch')) {
      if (event.detail < 2) open(item);
      return;
    }
    controller.select(item, how);
    focus.request();
  };

  const onDoubleClick = (event: MouseEvent) => {
    const item = itemAt(event);
    if (!item || item.id !== press.current.clicked || press.current.type === 'touch') return;
    if (isPart(event.target, 'check') || isPart(event.target, 'name')) return;
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(item);
  };

  const onContextMenu = (event: MouseEvent) => {
    const item = itemAt(event);
    if (!item) return;
    // A finger's long press asks for the selection, not for the browser's menu.
    if (press.current.type === 'touch') event.preventDefault();
    else controller.selectForMenu(item);
  };

  // However a row got the focus (Tab, a screen reader), it is the active one.
  const onRowFocus = (event: { target: EventTarget }, isOwnMove: boolean) => {
    const item = itemAt(event);
    const { activeId } = folder.state.get();
    if (item && item.id !== activeId && (activeId === undefined || !isOwnMove)) folder.setActive(item.id);
  };

  const stop = () => press.current.cancel();
  return {
    onRowFocus,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp: stop,
      onPointerCancel: stop,
      onClick,
      onDoubleClick,
      onContextMenu,
    },
  };
}

function howOf(event: MouseEvent, touchSelects: boolean) {
  const control = event.ctrlKey || event.metaKey;
  if (event.shiftKey) return control ? 'extend-kept' : 'extend';
  if (control || touchSelects || isPart(event.target, 'check')) return 'toggle';
  return isPart(event.target, 'name') ? 'open' : 'select';
}

function hasSelection(folder: FolderBrowser): boolean {
  const { selection, rows } = folder.state.get();
  return selectedCount(selection, rows.length) > 0;
}

function isPart(target: EventTarget, part: string): boolean {
  return target instanceof Element && target.closest(`[data-part=${part}]`) !== null;
}
