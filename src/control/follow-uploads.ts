import type { DriveItem, FolderBrowser } from '../drive';
import { createPaced, type Environment } from '../lib';
import type { FolderReference, TransferQueue } from '../transfer';

/** Milliseconds between two changes of the list: it sorts and draws, and small files arrive a hundred a second. */
const PERIOD = 250;

/**
 * Uploaded files and copies appear in the open folder at once. A folder among its rows that received files shows an old count
 * of items, so the open folder is listed again when everything has settled.
 */
export function followUploads(
  transfers: Pick<TransferQueue, 'onUploaded' | 'onCopied' | 'tasks' | 'summary'>,
  folder: Pick<FolderBrowser, 'state' | 'apply' | 'refresh'>,
  environment: Pick<Environment, 'after' | 'now'>,
): () => void {
  const grown = new Set<string>();
  const arrived: DriveItem[] = [];
  const showing = createPaced(environment, PERIOD, () => folder.apply({ changed: arrived.splice(0) }));
  const show = (item: DriveItem, { id }: FolderReference) => {
    grown.add(id);
    arrived.push(item);
    showing.next();
  };
  const ends = [
    showing.end,
    transfers.onUploaded(show),
    transfers.onCopied(show),
    transfers.tasks.subscribe(() => {
      if (grown.size === 0 || !transfers.summary().settled) return;
      if (arrived.length > 0) showing.now();
      const isStale = folder.state.get().rows.some((row) => grown.has(row.id));
      grown.clear();
      if (isStale) folder.refresh();
    }),
  ];
  return () => ends.forEach((end) => end());
}
