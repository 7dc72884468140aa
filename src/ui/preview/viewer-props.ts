import type { Contents, DriveItem, Previews } from '../../drive';
import type { ImageControl } from './image-control';

/** What shows one file. */
export interface ViewerProps {
  readonly item: DriveItem;
  readonly contents: Contents;
  readonly load: () => Promise<Previews>;
  readonly image: ImageControl;
}
