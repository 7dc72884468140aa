import type { PointerEvent, RefObject } from 'react';
import type { FolderBrowser } from '../../drive';
import { laterCode } from '../later';
import type { ListController } from './list-controller';
import type { ListLayout } from './use-layout';

const marquee = laterCode(async () => (await import('./marquee')).beginMarquee);

/** Where everything stands, and what it scrolls in. */
export interface MarqueeLayout extends Pick<ListLayout, 'geometry' | 'tiles' | 'isRightToLeft'> {
  readonly scrollerRef: RefObject<HTMLElement | null>;
}

/** Lets a mouse draw a frame over rows. */
export function useMarquee(folder: FolderBrowser, controller: ListController, layout: MarqueeLayout) {
  return ({ target, pointerType, pointerId, button, clientX: x, clientY: y, ...event }: PointerEvent) => {
    const scroller = layout.scrollerRef.current;
    if (pointerType !== 'mouse' || button !== 0 || !(target instanceof HTMLElement) || !scroller) return;
    if (!controller.selectsMany()) return;
    const press = { target, pointerId, x, y, keeps: event.ctrlKey || event.metaKey };
    const list = {
      ...layout,
      scroller,
      selection: () => folder.state.get().selection,
      selectRanges: controller.selectRanges,
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
