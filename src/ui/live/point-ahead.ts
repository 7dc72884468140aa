import type { FolderState, ItemReference } from '../../drive';
import type { Environment } from '../../lib';
import { findTarget } from '../drop/find-target';

/** Milliseconds on a row after which somebody means it. */
const MEANT = 150;

const WALKS = /^(Arrow|Page|Home|End|.$)/;

interface PointParts {
  readonly place: HTMLElement;
  /** Of the list in which the row stands. */
  readonly state: (row: Element) => FolderState;
  readonly readAhead: (folder: ItemReference) => () => void;
  readonly environment: Pick<Environment, 'after'>;
}

/** Reads the folder ahead whose row the mouse rests on, or the focus. Returns the function that ends it. */
export function pointAhead({ place, state, readAhead, environment }: PointParts): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  let meant: Element | undefined;
  let leave = () => {};
  const point = (target: EventTarget | null) => {
    const row = target instanceof Element ? (target.closest('[data-index]') ?? undefined) : undefined;
    if (row === meant) return;
    leave();
    leave = () => {};
    meant = row;
    const found = row && findTarget(row, state(row));
    if (found) leave = environment.after(MEANT, () => (leave = readAhead(found.folder)));
  };
  // Rows come under a pointer that rests, and the list moves the focus itself: neither means anything.
  let walks = false;
  const onMove = ({ pointerType, movementX, movementY, target }: PointerEvent) => {
    // A finger is there when it opens.
    if (pointerType === 'mouse' && (movementX !== 0 || movementY !== 0)) point(target);
  };
  place.addEventListener('pointermove', onMove, { signal, passive: true });
  place.addEventListener('pointerleave', () => point(null), { signal });
  place.addEventListener('keydown', ({ key }) => (walks = WALKS.test(key)), { signal, capture: true });
  place.addEventListener('focusin', ({ target }) => point(walks ? target : null), { signal });
  return () => {
    ended.abort();
    point(null);
  };
}
