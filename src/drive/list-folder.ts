import { isDoor, type DriveItem } from '../graph';
import { OneDriveError, toOneDriveError, type Environment } from '../lib';
import type { DriveRequests } from './drive-requests';
import type { CollectionNote, PathFolder } from './folder-browser';
import { addItems, removeItems } from './folder-contents';
import type { FolderView } from './folder-view';
import type { ListingCache } from './listing-cache';
import type { WriteLog } from './write-log';

export interface ListingParts {
  readonly requests: DriveRequests;
  readonly view: FolderView;
  readonly cache: ListingCache;
  readonly writes: WriteLog;
  readonly environment: Pick<Environment, 'now'>;
}

/**
 * Lists a folder into the view, page by page; what is shown already stays until the listing is complete. A
 * nextLink that is gone (onedrive-api-docs 1476) starts it over once.
 * @throws whatever the requests throw; after an abort it just ends
 */
export async function listFolder(
  parts: ListingParts,
  folder: PathFolder,
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

/**
 * Pages wait until they make this part of what is shown: each showing looks at every row, and 100,000 items that
 * came in 500 pages would be looked at 500 times. Up to 1,600 items every page of 200 is shown when it comes.
 */
const WORTH_SHOWING = 1 / 8;

async function listOnce(
  { requests, view, cache, writes, environment }: ListingParts,
  folder: PathFolder,
  signal: AbortSignal,
  progress: { begun: boolean },
): Promise<void> {
  const begun = environment.now();
  const listed = new Set<string>();
  const status = view.contents().length > 0 ? 'refreshing' : 'partial';
  const waiting: DriveItem[] = [];
  const show = () => {
    const fresh = waiting.splice(0).filter((item) => !writes.has(item.id));
    view.show(addItems(view.contents(), fresh, view.state.get().arrangement.sort), { listing: { status } });
  };
  try {
    const rows = rowsOf(requests, folder, {
      tell: (note) => !signal.aborted && view.patch({ note }),
      signal,
    });
    for await (const page of rows) {
      if (signal.aborted) return;
      progress.begun = true;
      for (const item of page) listed.add(item.id);
      waiting.push(...page);
      if (waiting.length > 0 && waiting.length >= view.contents().length * WORTH_SHOWING) show();
    }
  } finally {
    // What came before a failure stays, too.
    if (!signal.aborted && waiting.length > 0) show();
  }
  if (signal.aborted) return;
  const isGone = ({ id }: DriveItem) => !listed.has(id) && !writes.has(id);
  const gone = view
    .contents()
    .filter(isGone)
    .map(({ id }) => id);
  view.show(gone.length > 0 ? removeItems(view.contents(), gone) : view.contents(), {
    listing: { status: 'complete' },
    asOf: begun,
  });
  cache.set(folder, view.contents());
}

interface Listener {
  readonly tell: (note: CollectionNote) => void;
  readonly signal: AbortSignal;
}

/** What stands in a folder, or in a collection. */
async function* rowsOf(
  requests: DriveRequests,
  folder: PathFolder,
  { tell, signal }: Listener,
): AsyncGenerator<readonly DriveItem[]> {
  const { elsewhere } = folder;
  if (!elsewhere) return yield* requests.children(folder, signal);
  if (!requests.elsewhere || isDoor(elsewhere)) throw new OneDriveError('not-found');
  yield* (await requests.elsewhere()).list(elsewhere, tell, signal);
}
