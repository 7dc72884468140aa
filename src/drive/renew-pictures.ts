import type { DriveItem } from '../graph';
import type { Environment } from '../lib';
import type { DriveRequests } from './drive-requests';
import { addItems } from './folder-contents';
import type { FolderView } from './folder-view';

/** Milliseconds in which those come together that fail together: a screen of tiles after a long pause. */
const GATHERING = 50;

export interface RenewalParts {
  readonly requests: Pick<DriveRequests, 'pictures'>;
  readonly view: FolderView;
  readonly environment: Pick<Environment, 'after'>;
}

export interface PictureRenewal {
  readonly renew: (item: DriveItem) => void;
  readonly stop: () => void;
}

/** Fresh addresses for pictures whose own are over; all of a moment are shown at once. */
export function createPictureRenewal({ requests, view, environment }: RenewalParts): PictureRenewal {
  // By what was listed: what is listed again, or was renewed and fails once more, is another object.
  let asked = new WeakSet<DriveItem>();
  let waiting: DriveItem[] = [];
  let cancel = () => {};
  let running = new AbortController();
  const run = async () => {
    const { signal } = running;
    const answers = await Promise.allSettled(
      waiting.splice(0).map((item) => requests.pictures(item, signal)),
    );
    // Without its picture a tile shows the icon: nothing to be told.
    const fresh = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    const listed = new Map(view.contents().map((item) => [item.id, item]));
    const renewed = fresh.flatMap(({ id, thumbnails }) => {
      const item = listed.get(id);
      return item ? [{ ...item, thumbnails }] : [];
    });
    if (signal.aborted || renewed.length === 0) return;
    for (const item of renewed) asked.add(item);
    view.show(addItems(view.contents(), renewed, view.state.get().arrangement.sort));
  };
  return {
    renew: (item) => {
      if (asked.has(item)) return;
      asked.add(item);
      waiting.push(item);
      if (waiting.length === 1) cancel = environment.after(GATHERING, () => void run());
    },
    stop: () => {
      cancel();
      running.abort();
      running = new AbortController();
      waiting = [];
      asked = new WeakSet();
    },
  };
}
