/* oxlint-disable no-await-in-loop -- one by one: a drive is not stormed */
import type { DriveChange, DriveItem } from '../../graph';
import { toOneDriveError, type ReadableStore } from '../../lib';
import type { DriveRequests } from '../drive-requests';
import type { FolderBrowser } from '../folder-browser';
import { isSameDrive, isSameItem, itemKey } from '../item-key';
import type { DriveFeed, News } from './drive-feed';
import { planChanges, type ChangeCount } from './plan-changes';

export interface LiveParts {
  readonly folder: Pick<FolderBrowser, 'state' | 'apply' | 'hasWritten' | 'refresh'>;
  readonly requests: Pick<DriveRequests, 'item'>;
  /** The feed of a drive, shared by all who look at it. */
  readonly feedOf: (driveId: string) => DriveFeed;
  /** Whether changes of this control are on their way, of which the list shows the end already. */
  readonly writing: ReadableStore<boolean>;
  /** Told of what others have changed in the open folder. */
  readonly tell: (count: ChangeCount) => void;
  /** Told of what was deleted in a personal drive, which gives it back; as it was, where that was seen. */
  readonly tellDeleted: (items: readonly DriveItem[]) => void;
}

/** So many items are asked for one by one; of more the whole folder is listed. */
const MOST_DOUBTS = 20;
/** Folders of a drive that tells nothing are listed again up to this size: three pages. */
const WORTH_LISTING = 600;

/** From now on the open folder shows what others change in it. Returns the function that ends it. */
export function followDrive(parts: LiveParts): () => void {
  const { folder, feedOf } = parts;
  let drive: { readonly driveId: string; readonly feed: DriveFeed; readonly end: () => void } | undefined;
  let openKey: string | undefined;
  const leave = () => {
    drive?.end();
    drive = undefined;
  };
  const look = () => {
    const { path, rows, listing } = folder.state.get();
    const open = path.at(-1);
    if (!open || open.driveId === '') {
      openKey = undefined;
      return leave();
    }
    // The first rows wait for nothing else.
    if (rows.length === 0 && listing.status !== 'complete') return;
    const key = itemKey(open);
    const isElsewhere = key !== openKey;
    openKey = key;
    if (drive && isSameDrive(drive, open)) {
      if (isElsewhere) drive.feed.stir();
      return;
    }
    leave();
    const feed = feedOf(open.driveId);
    drive = { driveId: open.driveId, feed, end: followFeed(parts, feed) };
  };
  const endFolder = folder.state.subscribe(look);
  look();
  return () => {
    endFolder();
    leave();
  };
}

function followFeed(parts: LiveParts, feed: DriveFeed): () => void {
  const { folder, writing } = parts;
  const ended = new AbortController();
  /** Told while this control was writing: looked at when it is done. */
  let held: readonly DriveChange[] = [];
  const take = (news: News) => {
    if (news === 'lost') return folder.refresh();
    if (news === 'untold') {
      const { listing, itemCount } = folder.state.get();
      if (listing.status === 'complete' && itemCount <= WORTH_LISTING) folder.refresh();
      return;
    }
    parts.tellDeleted(deletedOf(news, folder.state.get().items));
    const plan = planChanges(folder.state.get(), [...held, ...news], folder.hasWritten);
    held = [];
    folder.apply(plan.apply);
    const { added, changed, removed } = plan.count;
    if (added + changed + removed > 0) parts.tell(plan.count);
    if (plan.isFolderGone) return folder.refresh();
    if (plan.doubtful.length === 0) return;
    if (writing.get()) held = plan.doubtful;
    else void settle(parts, plan.doubtful, ended.signal);
  };
  const ends = [feed.follow(take), writing.subscribe(() => !writing.get() && held.length > 0 && take([]))];
  return () => {
    ended.abort();
    for (const end of ends) end();
  };
}

function deletedOf(news: readonly DriveChange[], shown: readonly DriveItem[]): readonly DriveItem[] {
  return news
    .filter(({ isDeleted }) => isDeleted)
    .map(({ item }) => shown.find((row) => isSameItem(row, item)) ?? item)
    .filter(({ parentReference }) => parentReference.driveType === 'personal');
}

/** Asks the items themselves. */
async function settle(
  { folder, requests }: LiveParts,
  doubtful: readonly DriveChange[],
  signal: AbortSignal,
): Promise<void> {
  if (doubtful.length > MOST_DOUBTS) return folder.refresh();
  for (const { item } of doubtful) {
    try {
      const now = await requests.item(item, signal);
      if (!signal.aborted) folder.apply({ changed: [now], told: true });
    } catch (cause) {
      const isGone = toOneDriveError(cause).code === 'not-found';
      if (!signal.aborted && isGone) folder.apply({ removed: [item.id], told: true });
    }
  }
}
