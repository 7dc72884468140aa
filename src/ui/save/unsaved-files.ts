import type { ControlModel, SavingPort } from '../control-model';
import { toFile } from '../named-blobs';
import { pathText } from '../path-text';
import type { SaveRequest } from '../save-request';
import { openParts } from './save-state';
import { savingOf } from './saving-of';

/** What of a request has not arrived, by the names that the user gave, and where it was to go. */
export function unsavedFiles(
  control: Pick<ControlModel, 'folder' | 'transfers'>,
  request: SaveRequest,
): ReturnType<SavingPort['unsaved']> {
  const open = openParts(savingOf(control, request).state.get().parts);
  if (open.length === 0) return undefined;
  const { path } = control.folder.state.get();
  const sent = open.flatMap((part) => part.sent ?? []);
  const [first] = sent;
  return {
    files: {
      files: open.map(({ file, name }) => toFile(file, name)),
      // While nobody is signed in, no folder is open.
      folder: first ? referTo(first.folder) : path.length > 0 ? pathText(path) : request.folder,
      conflictBehavior: request.conflictBehavior,
    },
    taskIds: sent.map(({ taskId }) => taskId),
  };
}

function referTo({ driveId, id }: { readonly driveId: string; readonly id: string }) {
  return { driveId, id };
}
