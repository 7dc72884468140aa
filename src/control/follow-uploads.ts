import type { ChangeMade, DriveItem, FolderBrowser, Panes } from '../drive';
import { createPaced, type Environment } from '../lib';
import type { FolderReference, TransferQueue } from '../transfer';

/** Milliseconds between two changes of the list: it sorts and draws, and small files arrive a hundred a second. */
const PERIOD = 250;

/**
 * Uploaded files and copies appear in the open folder at once. A folder among its rows that received files shows an old count
 * of items, so the open folder is listed again when everything has settled. `tell` hears of them, many at a time.
 */
export function followUploads(
  transfers: Pick<TransferQueue, 'onUploaded' | 'onCopied' | 'tasks' | 'summary'>,
  folder: Pick<FolderBrowser, 'apply' | 'refresh'>,
  { shown }: Pick<Panes, 'shown'>,
  environment: Pick<Environment, 'after' | 'now'>,
  tell: (change: ChangeMade) => void,
): () => void {
  const grown = new Set<string>();
  const arrived: Record<'upload' | 'copy', DriveItem[]> = { upload: [], copy: [] };
  const showing = createPaced(environment, PERIOD, () => {
    for (const kind of ['upload', 'copy'] as const) {
      const items = arrived[kind].splice(0);
      if (items.length === 0) continue;
      folder.apply({ changed: items });
      tell({ kind, items });
    }
  });
  const show =
    (kind: keyof typeof arrived) =>
    (item: DriveItem, { id }: FolderReference) => {
      grown.add(id);
      arrived[kind].push(item);
      showing.next();
    };
  const ends = [
    showing.end,
    transfers.onUploaded(show('upload')),
    transfers.onCopied(show('copy')),
    transfers.tasks.subscribe(() => {
      if (grown.size === 0 || !transfers.summary().settled) return;
      showing.now();
      const isStale = shown().some(({ rows }) => rows.some((row) => grown.has(row.id)));
      grown.clear();
      if (isStale) folder.refresh();
    }),
  ];
  return () => ends.forEach((end) => end());
}
