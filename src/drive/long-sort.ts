import { sleep, type Environment } from '../lib';
import type { Arrangement } from './arrangement';
import { folderKey } from './folder-key';
import type { FolderContents } from './folder-contents';
import type { FolderView } from './folder-view';
import { mergeSort } from './merge-sort';
import { compareItems, type Sort } from './sort';

export interface LongSortParts {
  readonly view: Pick<FolderView, 'state' | 'contents'>;
  readonly environment: Pick<Environment, 'now' | 'after'>;
  /** `sorted`: what the folder holds, as the change wants it. */
  readonly arrange: (change: Partial<Arrangement>, sorted?: FolderContents) => void;
}

/** Milliseconds of a frame that sorting may take. */
const SLICE = 8;

/**
 * Sorts a folder of very many items without holding up what else goes on: till it is done, it is shown as it was. The
 * next time takes the place of one that still runs, another folder ends it.
 */
export function createLongSort({ view, environment, arrange }: LongSortParts) {
  let running = new AbortController();
  const openKey = () => {
    const open = view.state.get().path.at(-1);
    return open && folderKey(open);
  };
  const inSlices = async (contents: FolderContents, sort: Sort, signal: AbortSignal) => {
    const work = mergeSort(contents, compareItems(sort));
    let since = environment.now();
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      if (environment.now() - since < SLICE) continue;
      // One slice after the other, that is the point.
      // oxlint-disable-next-line no-await-in-loop
      await sleep(environment, 0, signal);
      since = environment.now();
    }
  };
  return {
    sort: async (sort: Sort): Promise<void> => {
      running.abort();
      const { signal } = (running = new AbortController());
      const contents = view.contents();
      const key = openKey();
      const sorted = await inSlices(contents, sort, signal).catch(() => undefined);
      if (!sorted || signal.aborted || openKey() !== key) return;
      // What has come or gone meanwhile is not worth beginning anew for.
      arrange({ sort }, view.contents() === contents ? sorted : undefined);
    },
    stop: () => running.abort(),
  };
}
