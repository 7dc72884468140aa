import type { DriveItem, Neighbours } from '../../drive';
import { open } from '../file-list/open-item';
import { useViewOptions } from '../view-options';
import { useViewState } from '../view-state';
import type { ImageControl } from './image-control';
import { ZOOM_STEP } from './image-view';
import type { PreviewCommand } from './preview-key';

interface CommandParts {
  readonly near: Neighbours;
  readonly image: ImageControl;
}

/** What buttons and keys do. */
export function useCommands({ near, image }: CommandParts): (command: PreviewCommand) => void {
  const { preview } = useViewState();
  const options = useViewOptions();
  const go = (to: DriveItem | undefined) => {
    const from = preview.get();
    if (!to) return;
    // While the page is asked, the user may have closed it, or gone on to another.
    open(to, options, () => preview.get() === from && preview.set(to));
  };
  return (command) => {
    switch (command) {
      case 'close':
        return preview.set(undefined);
      case 'previous':
        return go(near.previous);
      case 'next':
        return go(near.next);
      case 'zoom-in':
        return image.zoom(ZOOM_STEP);
      case 'zoom-out':
        return image.zoom(1 / ZOOM_STEP);
      case 'fit':
        return image.fit();
      case 'turn':
        return image.turn();
    }
  };
}
