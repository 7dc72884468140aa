import type { DriveItem, ItemReference } from '../../drive';
import type { NamedBlob, SaveCancelled, SaveOptions } from '../../host';
import { toOneDriveError } from '../../lib';
import type { ControlModel } from '../control-model';
import { checkSaveOptions } from './check-arguments';
import { placeOf } from './place-of';
import type { ReadyControl } from './ready-now';
import { whenConnected } from './when-ready';

/** `save()` of a control that stands. @param reach aborted where the user can do nothing */
export async function saveFiles(
  { control, session }: Pick<ReadyControl, 'control' | 'session'>,
  files: readonly NamedBlob[],
  options: SaveOptions,
  reach: AbortSignal,
): Promise<readonly DriveItem[]> {
  checkSaveOptions(options, files.length);
  if (files.length === 0) return [];
  const { folder } = options;
  const saved: DriveItem[] = [];
  const over = new AbortController();
  const signal = AbortSignal.any(options.signal ? [options.signal, reach] : [reach]);
  try {
    const saving = session.save(files, { ...options, signal }, ({ item }) => saved.push(item));
    if (folder !== undefined) void openFirst(control, folder, over.signal);
    return await saving;
  } catch (reason) {
    throw Object.assign(toOneDriveError(reason), { saved }) satisfies SaveCancelled;
  } finally {
    over.abort();
  }
}

/** As soon as somebody is signed in; of a folder that is not there the list tells. */
async function openFirst(
  control: Pick<ControlModel, 'connection' | 'folder'>,
  folder: string | ItemReference,
  over: AbortSignal,
): Promise<void> {
  try {
    await whenConnected(control, over);
    void control.folder.openPath(placeOf({ folder }));
  } catch {
    // It was over before anybody had signed in.
  }
}
