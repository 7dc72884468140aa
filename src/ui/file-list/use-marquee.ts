import type { PointerEvent } from 'react';
import type { FolderBrowser } from '../../drive';
import { laterCode } from '../later';
import { HEADER_HEIGHT } from './columns';
import type { ListController } from './list-controller';

const marquee = laterCode(async () => (await import('./marquee')).beginMarquee);

/** Lets a mouse draw a frame over rows. */
export function useMarquee(folder: FolderBrowser, controller: ListController, rowHeight: number) {
  return ({ target, pointerType, pointerId, button, clientX: x, clientY: y, ...event }: PointerEvent) => {
    if (pointerType !== 'mouse' || button !== 0 || !(target instanceof HTMLElement)) return;
    if (!controller.selectsMany()) return;
    const press = { target, pointerId, x, y, keeps: event.ctrlKey || event.metaKey };
    const list = {
      rows: () => folder.state.get().rows,
      selection: () => folder.state.get().selection,
      rowHeight,
      coveredTop: HEADER_HEIGHT,
      selectBetween: controller.selectBetween,
    };
    const begin = marquee.loaded();
    if (begin) begin(press, list);
    // Without a network there is no frame this time.
    else
      marquee
        .load()
        .then((loaded) => loaded(press, list))
        .catch(() => undefined);
  };
}
