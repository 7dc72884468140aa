import { useState, type KeyboardEvent, type RefObject } from 'react';
import type { FolderBrowser } from '../../drive';
import { quickLook } from '../quick-look';
import { singleKeys } from '../single-keys';
import type { Geometry } from './geometry';
import { isControl } from './is-control';
import type { ListController } from './list-controller';
import { listCommandOf, targetOf, type ListCommand } from './list-key';
import { createTypeAhead } from './type-ahead';
import type { RowFocus } from './use-active-row';
import { revealRow } from './use-row-window';

export interface ListKeysOptions {
  readonly scrollerRef: RefObject<HTMLElement | null>;
  readonly folder: FolderBrowser;
  readonly controller: ListController;
  readonly focus: RowFocus;
  readonly activeIndex: number;
  readonly geometry: Geometry;
  readonly isRightToLeft: boolean;
}

/** The keyboard of the list, bound to the list: the page around keeps its own shortcuts. */
export function useListKeys(options: ListKeysOptions): (event: KeyboardEvent) => void {
  const [typeAhead] = useState(createTypeAhead);
  return (event) => {
    if (event.defaultPrevented || isControl(event.target)) return;
    const command = commandOf(event, typeAhead.isRunning(event.timeStamp));
    if (!command) return;
    const looks =
      command.kind === 'toggle' && !(event.ctrlKey || event.metaKey || event.shiftKey) && quickLook.isOn();
    if (looks && options.controller.look(options.activeIndex)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const found =
      command.kind === 'type'
        ? typeAhead.find(
            command.letter,
            event.timeStamp,
            options.folder.state.get().rows,
            options.activeIndex,
          )
        : -1;
    if (!run(command, found, options)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function commandOf(event: KeyboardEvent, typing: boolean): ListCommand | undefined {
  if (typing && event.key === ' ') return { kind: 'type', letter: ' ' };
  const command = listCommandOf(event);
  return command?.kind === 'type' && !singleKeys.isOn() ? undefined : command;
}

/** @returns false where the key was not ours after all */
function run(command: ListCommand, found: number, options: ListKeysOptions): boolean {
  const { folder, controller, focus, activeIndex } = options;
  const { rows, path } = folder.state.get();
  const active = rows[activeIndex];
  switch (command.kind) {
    case 'up':
      if (path.length < 2) return false;
      focus.request();
      controller.up();
      return true;
    case 'clear':
      return controller.escape();
    case 'select-all':
      controller.selectAll();
      return true;
    case 'move':
      return move(command, options);
    case 'type':
      if (found >= 0) goTo(found, 'select', options);
      return true;
    case 'menu':
      focus.request();
      controller.openMenu(active, placeOf(options));
      return true;
    case 'toggle':
      if (active) controller.select(active, 'toggle');
      return true;
    case 'open':
      if (!active) return false;
      if (controller.opens(active)) focus.request();
      return controller.open(active, 'key');
  }
}

/** @returns false where the arrow points to the side of a list */
function move({ to, how }: Extract<ListCommand, { kind: 'move' }>, options: ListKeysOptions): boolean {
  const { activeIndex, geometry } = options;
  const isSideways = to === 'right' || to === 'left';
  if (isSideways && geometry.across === 1) return false;
  const page = pageOf(options);
  const target = targetOf(isSideways && options.isRightToLeft ? MIRRORED[to] : to, activeIndex, {
    geometry,
    page,
  });
  goTo(target, how, options);
  return true;
}

const MIRRORED = { left: 'right', right: 'left' } as const;

function goTo(index: number, how: 'select' | 'focus' | 'extend' | 'extend-kept', options: ListKeysOptions) {
  const { scrollerRef, folder, controller, focus, geometry } = options;
  const item = folder.state.get().rows[index];
  if (!item) return;
  controller.select(item, how);
  if (scrollerRef.current) revealRow(scrollerRef.current, index, geometry);
  focus.request();
}

/** Of the active row; without one, the corner of the list. */
function placeOf({ scrollerRef }: ListKeysOptions): DOMRectReadOnly {
  const row = scrollerRef.current?.querySelector('[data-active]');
  if (row) return row.getBoundingClientRect();
  const { x, y } = scrollerRef.current?.parentElement?.getBoundingClientRect() ?? { x: 0, y: 0 };
  return new DOMRect(x, y);
}

/** Lines. */
function pageOf({ scrollerRef, geometry }: ListKeysOptions): number {
  const height = (scrollerRef.current?.clientHeight ?? 0) - geometry.coveredTop;
  return Math.max(1, Math.floor(height / geometry.lineHeight) - 1);
}
