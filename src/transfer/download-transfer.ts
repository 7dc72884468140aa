import type { DriveItem } from '../graph';
import type { Environment } from '../lib';
import { createDownloadJob } from './download';
import type { SharedCall } from './shared-call';
import { QUEUED } from './transfer-state';
import type { Transfer } from './transfer-runs';
import type { DownloadOptions } from './types';
import { isZipDownload, zipName } from './zip-name';

const MEBIBYTE = 1024 * 1024;
/** Bytes from which on a zip is not collected any more, where that can be helped: it would fill the memory. */
const LARGE_ZIP = 100 * MEBIBYTE;
/** Bytes for which the address of the browser's own download may well expire before they have arrived. */
const LARGE_FILE = 1024 * MEBIBYTE;

/** A download with the place that was chosen for it within the click. */
export function createDownload(
  items: readonly [DriveItem, ...DriveItem[]],
  { to }: DownloadOptions,
  { environment, signIn }: { readonly environment: Environment; readonly signIn: SharedCall },
): Transfer {
  const isZip = isZipDownload(items);
  const name = isZip ? zipName(items) : items[0].name;
  const size = items.reduce((sum, item) => sum + (item.size ?? 0), 0);
  const isLarge = size >= (isZip ? LARGE_ZIP : LARGE_FILE);
  const asks = to ? to === 'chosen-file' : isLarge;
  const { run, release } = createDownloadJob(items, async () =>
    asks ? environment.chooseSaveFile(name) : 'unavailable',
  );
  return {
    signIn,
    lane: isZip || asks ? 'large' : 'small',
    errand: { kind: 'download', items },
    run,
    release,
    task: {
      id: environment.randomId(),
      kind: 'download',
      content: isZip ? 'zip' : 'file',
      name,
      folder: undefined,
      size,
      state: QUEUED,
    },
  };
}
