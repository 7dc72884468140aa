import type { ItemReference } from '../graph';
import { toOneDriveError } from '../lib';
import type { DriveRequests } from './drive-requests';
import { addItems, removeItems } from './folder-contents';
import type { FolderView } from './folder-view';
import type { ListingCache } from './listing-cache';
import type { WriteLog } from './write-log';

export interface ListingParts {
  readonly requests: DriveRequests;
  readonly view: FolderView;
  readonly cache: ListingCache;
  readonly writes: WriteLog;
}

/**
 * Lists a folder into the view, page by page; what is shown already stays until the listing is complete. A
 * nextLink that is gone (onedrive-api-docs 1476) starts it over once.
 * @throws whatever the requests throw; after an abort it just ends
 */
export async function listFolder(
  parts: ListingParts,
  folder: ItemReference,
  signal: AbortSignal,
): Promise<void> {
  const progress = { begun: false };
  try {
    await listOnce(parts, folder, signal, progress);
  } catch (reason) {
    const linkIsGone = progress.begun && toOneDriveError(reason).code === 'not-found';
    if (signal.aborted || !linkIsGone) throw reason;
    await listOnce(parts, folder, signal, progress);
  }
}

async function listOnce(
  { requests, view, cache, writes }: ListingParts,
  folder: ItemReference,
  signal: AbortSignal,
  progress: { begun: boolean },
): Promise<void> {
  const known = view.contents();
  const listed = new Set<string>();
  for await (const page of requests.children(folder, signal)) {
    if (signal.aborted) return;
    progress.begun = true;
    for (const item of page) listed.add(item.id);
    const fresh = page.filter((item) => !writes.has(item.id));
    view.show(addItems(view.contents(), fresh, view.state.get().sort), {
      listing: { status: known.length > 0 ? 'refreshing' : 'partial' },
    });
  }
  if (signal.aborted) return;
  const gone = known.filter((item) => !listed.has(item.id) && !writes.has(item.id)).map((item) => item.id);
  view.show(gone.length > 0 ? removeItems(view.contents(), gone) : view.contents(), {
    listing: { status: 'complete' },
  });
  cache.set(folder, view.contents());
}
