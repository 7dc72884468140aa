/** So far sideways (pixels), and within so long (milliseconds), a finger means another file. */
const FAR = 60;
const QUICK = 700;

interface Way {
  readonly x: number;
  readonly y: number;
}

/**
 * A finger that is quickly moved sideways. What can be moved sideways itself is moved: a zoomed image, a wide table, the
 * slider of a film.
 *
 * @returns the function that ends it
 */
export function followSwipes(place: HTMLElement, onSwipe: (to: 'left' | 'right') => void): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  let begun: (Way & { readonly at: number }) | undefined;
  const wayOf = ({ changedTouches: [finger] }: TouchEvent): Way | undefined =>
    begun && finger && { x: finger.clientX - begun.x, y: finger.clientY - begun.y };
  const onStart = ({ touches: [finger, second], target, timeStamp }: TouchEvent) => {
    const isMeant = finger && !second && target instanceof Element && !isMovedItself(target, place);
    begun = isMeant ? { x: finger.clientX, y: finger.clientY, at: timeStamp } : undefined;
  };
  const onMove = (event: TouchEvent) => {
    const way = wayOf(event);
    // Else browsers go back to the page before.
    if (way && isSideways(way) && event.cancelable) event.preventDefault();
  };
  const onEnd = (event: TouchEvent) => {
    const way = wayOf(event);
    const isQuick = begun !== undefined && event.timeStamp - begun.at <= QUICK;
    begun = undefined;
    if (way && isQuick && isSideways(way) && Math.abs(way.x) >= FAR) onSwipe(way.x < 0 ? 'left' : 'right');
  };
  place.addEventListener('touchstart', onStart, { passive: true, signal });
  place.addEventListener('touchmove', onMove, { passive: false, signal });
  place.addEventListener('touchend', onEnd, { signal });
  place.addEventListener('touchcancel', () => (begun = undefined), { signal });
  return () => ended.abort();
}

function isSideways({ x, y }: Way): boolean {
  return Math.abs(x) > 2 * Math.abs(y);
}

function isMovedItself(target: Element, place: HTMLElement): boolean {
  if (target.closest('audio, video, input')) return true;
  for (let box: Element | null = target; box && box !== place; box = box.parentElement) {
    if (box.scrollWidth > box.clientWidth && box.clientWidth > 0) return true;
  }
  return false;
}
