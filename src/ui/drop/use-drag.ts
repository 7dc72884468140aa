import { useEffect, useEffectEvent, useRef, useState, type DragEvent } from 'react';
import { itemKey, type PathFolder } from '../../drive';
import { createBrowserEnvironment } from '../../lib';
import { useControl } from '../control-context';
import { findTarget, type FolderTarget } from './find-target';

/** Whoever holds something over a folder for so long (milliseconds) wants to go in. */
const SPRING = 800;

const environment = createBrowserEnvironment();

/** Where a frame is drawn, in pixels from the corner of the zone. */
export interface Box {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** What would happen if what is dragged were let go now. */
export interface DragOver {
  readonly folder: PathFolder;
  /** Around the folder's row, or its part of the path; undefined for the open folder, which is the whole list. */
  readonly box: Box | undefined;
  readonly effect: 'upload' | 'copy' | 'move' | 'none';
}

/** What a drag means where it is. */
interface Meaning {
  readonly effect: DragOver['effect'];
  readonly onDrop: () => void;
}

/**
 * Follows a drag. A folder under it is what is framed, and opens after a while.
 * @param mean what it means over a folder: the one that was found there, or the open one
 */
export function useDrag(
  mean: (
    event: DragEvent<HTMLElement>,
    found: FolderTarget | undefined,
    folder: PathFolder,
  ) => Meaning | undefined,
) {
  const control = useControl();
  const [over, setOver] = useState<DragOver>();
  // Entering a child comes before leaving the parent, so that only leaving the last entered element is leaving.
  const last = useRef<EventTarget | null>(null);
  const held = over?.box && over.effect !== 'none' ? over.folder : undefined;
  const heldKey = held && itemKey(held);
  const enter = useEffectEvent(() => held && control.folder.open(held));
  useEffect(() => {
    return heldKey === undefined ? undefined : environment.after(SPRING, enter);
  }, [heldKey]);

  const look = (event: DragEvent<HTMLElement>) => {
    const { target, currentTarget } = event;
    // Dialogs stand in portals: React bubbles their events to here, but they are no drop target.
    if (!(target instanceof Node && currentTarget.contains(target))) return undefined;
    const state = control.folder.state.get();
    const found = findTarget(target, state);
    const folder = found?.folder ?? state.path.at(-1);
    const meaning = folder && mean(event, found, folder);
    if (!meaning) return undefined;
    const box = found && boxOf(found.element, currentTarget);
    return { over: { folder, box, effect: meaning.effect }, onDrop: meaning.onDrop };
  };
  const leave = () => {
    last.current = null;
    setOver(undefined);
  };
  const onDrag = (event: DragEvent<HTMLElement>) => {
    const now = look(event);
    if (now) event.dataTransfer.dropEffect = DROP_EFFECTS[now.over.effect];
    switch (event.type) {
      case 'dragleave':
        if (event.target === last.current) leave();
        break;
      case 'drop':
        leave();
        now?.onDrop();
        break;
      default:
        if (event.type === 'dragenter') last.current = event.target;
        setOver((before) => (isSame(before, now?.over) ? before : now?.over));
    }
  };
  return { over, onDrag };
}

const DROP_EFFECTS = { upload: 'copy', copy: 'copy', move: 'move', none: 'none' } as const;

function boxOf(element: Element, zone: Element): Box {
  const outer = zone.getBoundingClientRect();
  const { top, left, width, height } = element.getBoundingClientRect();
  return { top: top - outer.top, left: left - outer.left, width, height };
}

/** While nothing moves, the browser still tells of the drag twenty times a second. */
function isSame(before: DragOver | undefined, now: DragOver | undefined): boolean {
  return JSON.stringify(before) === JSON.stringify(now);
}
