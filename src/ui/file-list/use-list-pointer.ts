import { useRef, type MouseEvent, type PointerEvent } from 'react';
import type { DriveItem, FolderBrowser } from '../../drive';
import { isControl } from './is-control';
import type { ListController } from './list-controller';
import type { RowFocus } from './use-active-row';
import { useMarquee, type MarqueeLayout } from './use-marquee';
import { useLongPress } from './use-long-press';

interface At {
  readonly target: EventTarget;
}

export interface ListPointerOptions {
  readonly folder: FolderBrowser;
  readonly controller: ListController;
  readonly focus: RowFocus;
  readonly layout: MarqueeLayout;
}

/** The click model of the list: what mouse and finger mean, on a row, its circle, its name, or beside the rows. */
export function useListPointer({ folder, controller, focus, layout }: ListPointerOptions) {
  const frame = useMarquee(folder, controller, layout);
  // Row of the last click: a double click must have hit the same row twice.
  const clicked = useRef<string>(undefined);
  const takeBack = useRef(() => {});
  const itemAt = (event: At) => rowAt(event.target, folder);
  const press = useLongPress((event) => {
    const item = itemAt(event);
    return item && (() => controller.select(item, 'toggle'));
  });

  const open = (item: DriveItem) => {
    folder.setActive(item.id);
    focus.request();
    controller.open(item, 'pointer');
  };

  const onClick = (event: MouseEvent) => {
    press.stop();
    if (press.isDone() || isControl(event.target)) return;
    const item = itemAt(event);
    if (!item) {
      if (isPart(event.target, 'rows')) controller.clear();
      return;
    }
    if (isPart(event.target, 'more')) {
      focus.request();
      controller.openMenu(item, event.target.getBoundingClientRect());
      return;
    }
    // The second click of a double click that has opened a folder lands on another list.
    const isStray = event.detail > 1 && clicked.current !== item.id;
    clicked.current = isStray ? undefined : item.id;
    if (isStray) return;
    const how = howOf(event, press.isTouch() && controller.tapsSelect());
    const isTap = how === 'select' && press.isTouch();
    if (controller.opens(item) && (how === 'open' || isTap)) {
      if (event.detail < 2) open(item);
      return;
    }
    const chosen = how === 'open' ? 'select' : how;
    if (event.detail < 2) takeBack.current = controller.rememberPicked();
    controller.select(item, chosen === 'select' && press.isTouch() ? controller.tapHow() : chosen);
    focus.request();
  };

  const onDoubleClick = (event: MouseEvent) => {
    const item = itemAt(event);
    if (!item || item.id !== clicked.current || press.isTouch()) return;
    if (isPart(event.target, 'check') || isPart(event.target, 'more')) return;
    // Its first click has opened it.
    if (isPart(event.target, 'name') && controller.opens(item)) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    // Its first click picked the folder that is only walked through.
    if (controller.opens(item)) takeBack.current();
    open(item);
  };

  const onContextMenu = (event: MouseEvent) => {
    const item = itemAt(event);
    if (isControl(event.target) || (!item && isHead(event.target))) return;
    event.preventDefault();
    // A finger's long press asks for the selection; the menu is behind the button of the row.
    if (item && press.isTouch()) return;
    focus.request();
    controller.openMenu(item, new DOMRect(event.clientX, event.clientY));
  };

  // However a row got the focus (Tab, a screen reader), it is the active one.
  const onRowFocus = (event: At, isOwnMove: boolean) => {
    const item = itemAt(event);
    const { activeId } = folder.state.get();
    if (item && item.id !== activeId && (activeId === undefined || !isOwnMove)) folder.setActive(item.id);
  };

  const onPointerDown = (event: PointerEvent) => {
    press.handlers.onPointerDown(event);
    frame(event);
  };
  return {
    onRowFocus,
    handlers: { ...press.handlers, onPointerDown, onClick, onDoubleClick, onContextMenu },
  };
}

function rowAt(target: EventTarget, folder: FolderBrowser): DriveItem | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return row ? folder.state.get().rows[Number(row.dataset['index'])] : undefined;
}

function isHead(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[role=row]') !== null;
}

function howOf(event: MouseEvent, touchSelects: boolean) {
  const control = event.ctrlKey || event.metaKey;
  if (event.shiftKey) return control ? 'extend-kept' : 'extend';
  if (control || touchSelects || isPart(event.target, 'check')) return 'toggle';
  return isPart(event.target, 'name') ? 'open' : 'select';
}

function isPart(target: EventTarget, part: string): target is Element {
  return target instanceof Element && target.closest(`[data-part=${part}]`) !== null;
}
