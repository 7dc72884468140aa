import type { DriveItem, FolderBrowser } from '../../drive';
import { opensInPlace } from './file-type';

/** Goes into a folder; shows a file where Microsoft shows it, in a tab that knows nothing of this page. */
export function openItem(item: DriveItem, folder: FolderBrowser): void {
  if (opensInPlace(item)) {
    // A shortcut stands for another item: that is the one to open.
    const { driveId, id } = item.remoteItem ?? item;
    folder.open({ driveId, id, name: item.name });
  } else openOnWeb(item);
}

/** Shows an item, a folder too, where Microsoft shows it. */
export function openOnWeb({ webUrl }: DriveItem): void {
  if (webUrl && isWebAddress(webUrl)) window.open(webUrl, '_blank', 'noopener,noreferrer');
}

/** A webUrl comes from outside: `javascript:` and `data:` are never opened. */
function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
