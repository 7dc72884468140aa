/** Where the image is held while its size changes. */
interface Hold {
  /** Of the whole image, from its corner: 0 to 1. */
  readonly part: { readonly x: number; readonly y: number };
  /** In the frame, pixels from its corner. */
  readonly at: { readonly x: number; readonly y: number };
}

interface ImagePointers {
  /** To be called when the image has another size: what was under the pointer is there again. */
  readonly keepPlace: () => void;
  readonly end: () => void;
}

/** How much of the way of a wheel makes the image twice as large: about five notches. */
const WHEEL = 1 / 700;

/** The wheel and two fingers zoom what is under them; a mouse that is pressed moves the image. */
export function followImagePointers(frame: HTMLElement, zoom: (by: number) => void): ImagePointers {
  const ended = new AbortController();
  const { signal } = ended;
  const fingers = new Map<number, { readonly x: number; readonly y: number }>();
  let hold: Hold | undefined;
  const zoomAt = (by: number, clientX: number, clientY: number) => {
    const { left, top } = frame.getBoundingClientRect();
    const at = { x: clientX - left, y: clientY - top };
    const part = {
      x: (frame.scrollLeft + at.x) / frame.scrollWidth,
      y: (frame.scrollTop + at.y) / frame.scrollHeight,
    };
    hold = { part, at };
    zoom(by);
  };
  const onWheel = (event: WheelEvent) => {
    event.preventDefault();
    zoomAt(2 ** (-event.deltaY * WHEEL), event.clientX, event.clientY);
  };
  const onDown = (event: PointerEvent) => {
    if (event.pointerType === 'mouse' && event.button !== 0) return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (event.pointerType === 'mouse') frame.setPointerCapture(event.pointerId);
  };
  const onMove = (event: PointerEvent) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    fingers.set(event.pointerId, now);
    if (other) {
      const by = distance(now, other) / Math.max(1, distance(before, other));
      zoomAt(by, (now.x + other.x) / 2, (now.y + other.y) / 2);
    } else if (event.pointerType === 'mouse') {
      frame.scrollBy({ left: before.x - now.x, top: before.y - now.y, behavior: 'instant' });
    }
  };
  const onUp = ({ pointerId }: PointerEvent) => void fingers.delete(pointerId);
  // React listens to wheels without being able to stop them.
  frame.addEventListener('wheel', onWheel, { passive: false, signal });
  frame.addEventListener('pointerdown', onDown, { signal });
  frame.addEventListener('pointermove', onMove, { signal });
  frame.addEventListener('pointerup', onUp, { signal });
  frame.addEventListener('pointercancel', onUp, { signal });
  return {
    keepPlace: () => {
      if (!hold) return;
      const { part, at } = hold;
      hold = undefined;
      frame.scrollLeft = part.x * frame.scrollWidth - at.x;
      frame.scrollTop = part.y * frame.scrollHeight - at.y;
    },
    end: () => ended.abort(),
  };
}

function distance(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
