import type { Selection } from '../../drive';
import { rangesIn, type RowRange, type TouchedLayout } from './rows-touched';

/** Pixels before a press becomes a frame: whoever clicks trembles. */
const TREMBLE = 4;
/** Of the way of the pointer beyond an edge, how much is scrolled in each frame; and how much at most, in pixels. */
const SCROLLED = 0.25;
const FASTEST = 40;

/** Where a mouse was pressed. */
export interface Press {
  readonly target: HTMLElement;
  readonly pointerId: number;
  readonly x: number;
  readonly y: number;
  /** What is selected already stays. */
  readonly keeps: boolean;
}

export interface MarqueeList extends TouchedLayout {
  readonly scroller: HTMLElement;
  readonly selection: () => Selection;
  /** These rows, together with what was selected before. */
  readonly selectRanges: (ranges: readonly RowRange[], before: Selection | undefined) => void;
}

/**
 * Selects the rows that a frame touches, while the mouse stays pressed: from the free place beside the rows, or from
 * where a row is empty. Which rows those are is worked out from their numbers: few of them exist.
 */
export function beginMarquee(press: Press, list: MarqueeList): void {
  const surface = press.target.closest<HTMLElement>('[data-part=rows]');
  const { scroller } = list;
  const box = scroller.parentElement;
  if (!surface || !box || !isFree(press.target, surface)) return;
  const before = press.keeps ? list.selection() : undefined;
  const start = placeIn(surface, press);
  const end = new AbortController();
  const { signal } = end;
  let frame: HTMLElement | undefined;
  let at = { x: press.x, y: press.y };
  let known = '';

  const draw = () => {
    const corner = placeIn(surface, at);
    frame ??= addFrame(surface, signal);
    const drawn = {
      top: Math.min(start.y, corner.y),
      bottom: Math.max(start.y, corner.y),
      left: Math.min(start.x, corner.x),
      right: Math.max(start.x, corner.x),
      width: surface.clientWidth,
    };
    Object.assign(frame.style, {
      insetBlockStart: `${drawn.top}px`,
      left: `${drawn.left}px`,
      width: `${drawn.right - drawn.left}px`,
      height: `${drawn.bottom - drawn.top}px`,
    });
    const ranges = rangesIn(drawn, list);
    if (String(ranges) === known) return;
    known = String(ranges);
    list.selectRanges(ranges, before);
  };
  const scroll = () => {
    if (signal.aborted) return;
    const beyond = beyondEdges(scroller, at.y, list.geometry.coveredTop);
    if (beyond !== 0) {
      scroller.scrollTop += Math.max(-FASTEST, Math.min(FASTEST, beyond * SCROLLED));
      draw();
    }
    requestAnimationFrame(scroll);
  };
  const onMove = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return;
    if (event.buttons === 0) return end.abort();
    at = { x: event.clientX, y: event.clientY };
    if (!frame) {
      if (Math.hypot(at.x - press.x, at.y - press.y) < TREMBLE) return;
      // From here on no row hears of it, nor does the click at its end.
      box.setPointerCapture(press.pointerId);
      scroll();
    }
    draw();
  };
  box.addEventListener('pointermove', onMove, { signal });
  for (const over of ['pointerup', 'pointercancel'] as const) {
    box.addEventListener(over, () => end.abort(), { signal });
  }
  // A row can be dragged as well: not from where this begins.
  const onDragStart = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  box.addEventListener('dragstart', onDragStart, { capture: true, signal });
}

/** Where nothing is written, and no row that is selected: that one is dragged with all the others. */
function isFree(target: HTMLElement, surface: HTMLElement): boolean {
  const isBlankOfRow = target.matches('[data-index]') && target.getAttribute('aria-selected') !== 'true';
  return target === surface || isBlankOfRow;
}

/** In pixels from the corner of the surface, and never outside of it. */
function placeIn(surface: HTMLElement, { x, y }: { readonly x: number; readonly y: number }) {
  const { left, top, width, height } = surface.getBoundingClientRect();
  return { x: clamp(x - left, width), y: clamp(y - top, height) };
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}

/** How far below the list, or above (less than zero). */
function beyondEdges(scroller: HTMLElement, y: number, coveredTop: number): number {
  const { top, bottom } = scroller.getBoundingClientRect();
  return Math.min(0, y - top - coveredTop) + Math.max(0, y - bottom);
}

/** Drawn by hand, sixty times a second: nothing of the list is rendered for it. */
function addFrame(surface: HTMLElement, signal: AbortSignal): HTMLElement {
  const frame = surface.ownerDocument.createElement('div');
  frame.setAttribute('aria-hidden', 'true');
  frame.dataset['part'] = 'marquee';
  Object.assign(frame.style, {
    position: 'absolute',
    zIndex: '1',
    boxSizing: 'border-box',
    border: '1px solid var(--colorBrandStroke1)',
    pointerEvents: 'none',
  });
  const tint = surface.ownerDocument.createElement('div');
  Object.assign(tint.style, { height: '100%', background: 'var(--colorBrandBackground)', opacity: '0.15' });
  frame.append(tint);
  surface.append(frame);
  signal.addEventListener('abort', () => frame.remove(), { once: true });
  return frame;
}
