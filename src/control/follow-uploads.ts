import type { DriveItem, FolderBrowser } from '../drive';
import type { FolderReference, TransferQueue } from '../transfer';

/**
 * Uploaded files and copies appear in the open folder at once. A folder among its rows that received files shows an old count
 * of items, so the open folder is listed again when everything has settled.
 */
export function followUploads(
  transfers: Pick<TransferQueue, 'onUploaded' | 'onCopied' | 'tasks' | 'summary'>,
  folder: Pick<FolderBrowser, 'state' | 'apply' | 'refresh'>,
): () => void {
  const grown = new Set<string>();
  const show = (item: DriveItem, { id }: FolderReference) => {
    grown.add(id);
    folder.apply({ changed: [item] });
  };
  const ends = [
    transfers.onUploaded(show),
    transfers.onCopied(show),
    transfers.tasks.subscribe(() => {
      if (grown.size === 0 || !transfers.summary().settled) return;
      const isStale = folder.state.get().rows.some((row) => grown.has(row.id));
      grown.clear();
      if (isStale) folder.refresh();
    }),
  ];
  return () => ends.forEach((end) => end());
}
