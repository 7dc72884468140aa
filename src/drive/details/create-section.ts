import type { DriveItem } from '../../graph';
import { createStore, toOneDriveError, type Environment, type ReadableStore } from '../../lib';
import { isSameItem, itemKey } from '../item-key';
import type { Section } from './section';

/** So long (milliseconds) the selection has to rest before anything is asked: holding an arrow key asks nothing. */
const REST = 250;
/** What was looked at last is shown at once. */
const KEPT = 50;

/** A section that follows what is selected. */
export interface FollowingSection<T> {
  readonly state: ReadableStore<Section<T>>;
  /** Another item, or the same as it is now. What is on its way for the one before is given up. */
  follow(item: DriveItem | undefined): void;
  /** Only what somebody looks at is asked for. */
  setWanted(isWanted: boolean): void;
  retry(): void;
  clear(): void;
}

interface Kept<T> {
  readonly tag: string | undefined;
  readonly value: T;
}

/**
 * @param load asks the service; its signal is aborted as soon as something else is selected
 * @param isTagged whether nothing of it changes while the item's eTag stays
 */
export function createSection<T>(
  environment: Pick<Environment, 'after'>,
  load: (item: DriveItem, signal: AbortSignal) => Promise<T>,
  isTagged = true,
): FollowingSection<T> {
  const state = createStore<Section<T>>({ status: 'idle' });
  const kept = new Map<string, Kept<T>>();
  let followed: DriveItem | undefined;
  let isWanted = false;
  let giveUp = () => {};

  const keep = (item: DriveItem, value: T) => {
    kept.delete(itemKey(item));
    kept.set(itemKey(item), { tag: item.eTag, value });
    // A Map iterates in the order of insertion.
    for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
  };
  const ask = async (item: DriveItem, signal: AbortSignal) => {
    try {
      const value = await load(item, signal);
      if (signal.aborted) return;
      keep(item, value);
      state.set({ status: 'known', value, isCurrent: true });
    } catch (cause) {
      if (signal.aborted) return;
      state.set({ status: 'failed', error: toOneDriveError(cause), value: kept.get(itemKey(item))?.value });
    }
  };
  const begin = (rest: number) => {
    giveUp();
    const item = followed;
    if (!item || !isWanted) return state.set({ status: 'idle' });
    const known = kept.get(itemKey(item));
    // Of the open folder nobody knows an eTag: it is asked for each time.
    const isCurrent = isTagged && known !== undefined && item.eTag !== undefined && known.tag === item.eTag;
    state.set(known ? { status: 'known', value: known.value, isCurrent } : { status: 'loading' });
    if (isCurrent) return undefined;
    const gone = new AbortController();
    const cancelTimer = environment.after(rest, () => void ask(item, gone.signal));
    giveUp = () => {
      cancelTimer();
      gone.abort();
    };
    return undefined;
  };
  return {
    state,
    follow: (item) => {
      const isSame = item && followed && isSameItem(item, followed) && item.eTag === followed.eTag;
      const isFirst = followed === undefined;
      followed = item;
      if (!isSame) begin(isFirst ? 0 : REST);
    },
    setWanted: (wanted) => {
      if (wanted === isWanted) return;
      isWanted = wanted;
      begin(0);
    },
    retry: () => begin(0),
    clear: () => {
      followed = undefined;
      kept.clear();
      begin(0);
    },
  };
}
