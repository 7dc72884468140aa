import type { DriveItem } from '../graph';
import {
  loadCode,
  OneDriveError,
  revealSecretUrl,
  toOneDriveError,
  untilAborted,
  type ChosenFile,
} from '../lib';
import type { DownloadJob } from './download-job';
import { createSavedFile } from './saved-file';
import type { TransferContext } from './transfer-context';
import { findWorkingAddress } from './working-address';
import { isZipDownload, zipName } from './zip-name';

/**
 * @param ask where to: at once, within the click, and once more where that was declined or would not take the bytes;
 *   a retry is a click, too
 */
export function createDownloadJob(
  items: readonly [DriveItem, ...DriveItem[]],
  ask: () => Promise<ChosenFile>,
): DownloadJob {
  let place: Promise<ChosenFile> | undefined = ask();
  let begun: DownloadJob | undefined;
  const begin = async (context: TransferContext): Promise<DownloadJob> => {
    const chosen = await untilAborted((place ??= ask()), context.signal);
    if (chosen === 'declined') throw new OneDriveError('cancelled');
    const file = chosen === 'unavailable' ? undefined : chosen;
    if (!isZipDownload(items)) return file ? createSavedFile(items[0], file) : handOver(items[0]);
    const { createZip } = await loadCode(import('./zip'));
    return createZip(items, zipName(items), file);
  };
  return {
    run: async (context) => {
      try {
        begun ??= await begin(context);
        return await begun.run(context);
      } catch (reason) {
        const { code } = toOneDriveError(reason);
        const isPlaceBad = code === 'disk-full' || code === 'save-refused' || code === 'cancelled';
        if (isPlaceBad && !context.signal.aborted) place = undefined;
        throw reason;
      }
    },
    release: () => {
      begun?.release();
      begun = undefined;
    },
  };
}

/** The browser's own download: any size, its own progress, and no byte passes this page. */
function handOver(item: DriveItem): DownloadJob {
  return {
    run: async (context) => {
      const url = await findWorkingAddress(context, item);
      context.environment.saveAs(revealSecretUrl(url), item.name);
      return { type: 'finished', result: {} };
    },
    release: () => undefined,
  };
}
