/** `unavailable`: this browser, or this frame, lets no page ask. */
export type ChosenFile = FileSystemFileHandle | 'declined' | 'unavailable';

/** Whatever a run depends on that is not its input: give all of it, and the run can be replayed. */
export interface Environment {
  readonly fetch: typeof globalThis.fetch;
  /** Uploads use XMLHttpRequest, because fetch reports no upload progress. */
  readonly createRequest: () => XMLHttpRequest;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Calls back once after `milliseconds`; returns the function that cancels it. */
  readonly after: (milliseconds: number, callback: () => void) => () => void;
  /** In [0, 1). */
  readonly random: () => number;
  readonly randomId: () => string;
  readonly online: {
    readonly get: () => boolean;
    readonly subscribe: (listener: () => void) => () => void;
  };
  /** Whether the page can be seen. Listeners are told of that, and when its window gets the focus. */
  readonly attention: {
    readonly get: () => boolean;
    readonly subscribe: (listener: () => void) => () => void;
  };
  /** The user wants few bytes, or the line is slow: nothing is fetched that nobody asked for. */
  readonly sparesBytes: () => boolean;
  /** Listens to the page's own policy, as long as something here makes requests; returns the function that ends it. */
  readonly rememberForbidden: () => () => void;
  /** Whether the policy has refused a request to the origin of this address, just now or before, while listened to. */
  readonly isForbidden: (address: string) => Promise<boolean>;
  /** Kept for this tab, and for all pages of the origin; undefined where the browser blocks it. */
  readonly tabStorage: () => Storage | undefined;
  readonly originStorage: () => Storage | undefined;
  /** Another page of the origin has changed what is kept for all of them. */
  readonly onStored: (listener: () => void) => () => void;
  /** For what is too large for these; undefined where the browser has none. */
  readonly database: () => IDBFactory | undefined;
  /** Whether the page is shown within another one. */
  readonly isFramed: () => boolean;
  /** From now on the browser asks the user before the page goes away; returns the function that ends it. */
  readonly askBeforeLeaving: () => () => void;
  /**
   * Runs while no other page of the origin runs something of this name, and tells whether it had to wait for that. At
   * once where the browser knows no locks, and after `patience` milliseconds behind a page that does not end.
   */
  readonly alone: <T>(name: string, patience: number, run: (waited: boolean) => Promise<T>) => Promise<T>;
  /**
   * Resolves once no other page of the origin has this lock any more, with the function that gives it back; it goes with
   * the page as well, however that ends. `undefined` where the browser knows no locks. @throws where the signal is first
   */
  readonly lock: (name: string, signal?: AbortSignal) => Promise<(() => void) | undefined>;
  /** Bytes that this origin may still keep, as far as the browser tells. */
  readonly freeSpace: () => Promise<number | undefined>;
  /** Hands an address to the browser's own download. */
  readonly saveAs: (address: string, name: string) => void;
  /**
   * A worker that runs `hash-worker.ts`, for the hashes of large files that are uploaded: only whoever made the page
   * knows whether its policies let it have one. Without it the page works them out between other things.
   */
  readonly hashThread?: () => Worker | undefined;
  /** Asks the user for a file to write into. Only within a click, and not in every browser and frame. */
  readonly chooseSaveFile: (name: string) => Promise<ChosenFile>;
}
