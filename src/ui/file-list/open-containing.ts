import type { DriveItem } from '../../drive';
import type { ControlModel } from '../control-model';
import type { ViewState } from '../view-state';
import { opensInPlace } from './file-type';

interface ContainingParts {
  readonly control: Pick<ControlModel, 'folder'>;
  readonly view: Pick<ViewState, 'reveal'>;
}

/** Goes to the folder in which an item lies, and shows it there. */
export function openContaining(item: DriveItem, { control, view }: ContainingParts): void {
  const { driveId, id, parentReference } = item;
  const above = { driveId: parentReference.driveId ?? driveId, id: parentReference.id ?? '' };
  view.reveal.set(id);
  // A file leads to its folder by itself, also where only the file is shared.
  void control.folder.openPath(opensInPlace(item) ? above : { driveId, id });
}
