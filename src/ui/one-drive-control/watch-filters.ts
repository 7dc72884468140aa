import type { ItemFilter } from '../../host';
import { createStore, invalidSetting, type OneDriveError, type ReadableStore } from '../../lib';

export interface WatchedFilters {
  /** The filter, which refuses where it fails. Of the same one it is the same: another would have every row judged anew. */
  watch(filter: ItemFilter): ItemFilter;
  /** What was wrong first; it is told once, as the filter fails of every row. */
  readonly failure: ReadableStore<OneDriveError | undefined>;
  /** From here on another failure is told. */
  forget(): void;
}

/** The filters of the page, and what they fail of. */
export function watchFilters(): WatchedFilters {
  const watched = new WeakMap<ItemFilter, ItemFilter>();
  const failure = createStore<OneDriveError | undefined>(undefined);
  const fail = (cause: unknown) => {
    if (failure.get()) return;
    // oxlint-disable-next-line no-console -- whoever builds the page has to know
    console.warn('OneDrive: “itemFilter” fails, and what it fails of can’t be picked:', cause);
    failure.set(invalidSetting('itemFilter', cause));
  };
  const guard = (filter: ItemFilter): ItemFilter => {
    return (item) => {
      try {
        return readAnswer(filter(item) ?? true);
      } catch (cause) {
        // Rows are judged in the middle of a rendering.
        queueMicrotask(() => fail(cause));
        return false;
      }
    };
  };
  return {
    failure,
    watch: (filter) => {
      const known = watched.get(filter) ?? guard(filter);
      watched.set(filter, known);
      return known;
    },
    forget: () => failure.set(undefined),
  };
}

/** Pages without types give anything. */
function readAnswer(answer: unknown): boolean | string {
  if (typeof answer === 'boolean' || typeof answer === 'string') return answer;
  throw new TypeError(`itemFilter gave neither true, false nor a text, but ${String(answer)}`);
}
