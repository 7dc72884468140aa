import { useEffect, useEffectEvent, useRef, useState, type DragEvent } from 'react';
import { itemKey, type PathFolder } from '../../drive';
import { createBrowserEnvironment } from '../../lib';
import { useControl } from '../control-context';
import { findTarget } from './find-target';

/** Whoever holds files over a folder for so long (milliseconds) wants to go in. */
const SPRING = 800;

const environment = createBrowserEnvironment();

/** Where a frame is drawn, in pixels from the corner of the zone. */
export interface Box {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** What would happen if the files were let go now. */
export interface DragOver {
  readonly folder: PathFolder;
  /** Around the folder's row, or its part of the path; undefined for the open folder, which is the whole list. */
  readonly box: Box | undefined;
}

/** Follows a drag of files. A folder under it is what is framed, and opens after a while. */
export function useDrag(
  open: PathFolder | undefined,
  onDrop: (data: DataTransfer, folder: PathFolder) => void,
) {
  const control = useControl();
  const [over, setOver] = useState<DragOver>();
  // Entering a child comes before leaving the parent, so that only leaving the last entered element is leaving.
  const last = useRef<EventTarget | null>(null);
  const held = over?.box && over.folder;
  const heldKey = held && itemKey(held);
  const enter = useEffectEvent(() => held && control.folder.open(held));
  useEffect(() => {
    return heldKey === undefined ? undefined : environment.after(SPRING, enter);
  }, [heldKey]);

  const look = ({ target, currentTarget }: DragEvent<HTMLElement>): DragOver | undefined => {
    // Dialogs stand in portals: React bubbles their events to here, but they are no drop target.
    if (!open || !(target instanceof Node && currentTarget.contains(target))) return undefined;
    const found = findTarget(target, control.folder.state.get());
    return found
      ? { folder: found.folder, box: boxOf(found.element, currentTarget) }
      : { folder: open, box: undefined };
  };
  const leave = () => {
    last.current = null;
    setOver(undefined);
  };
  const onDrag = (event: DragEvent<HTMLElement>) => {
    const now = look(event);
    if (now) event.dataTransfer.dropEffect = 'copy';
    switch (event.type) {
      case 'dragleave':
        if (event.target === last.current) leave();
        break;
      case 'drop':
        leave();
        if (now) onDrop(event.dataTransfer, now.folder);
        break;
      default:
        if (event.type === 'dragenter') last.current = event.target;
        setOver((before) => (isSame(before, now) ? before : now));
    }
  };
  return { over, onDrag };
}

function boxOf(element: Element, zone: Element): Box {
  const outer = zone.getBoundingClientRect();
  const { top, left, width, height } = element.getBoundingClientRect();
  return { top: top - outer.top, left: left - outer.left, width, height };
}

/** While nothing moves, the browser still tells of the drag twenty times a second. */
function isSame(before: DragOver | undefined, now: DragOver | undefined): boolean {
  return JSON.stringify(before) === JSON.stringify(now);
}
