import type { OneDriveError } from '../../lib';

/** One part of what is told of an item. Each has an end of its own: what fails leaves the others. */
export type Section<T> =
  /** Nobody looks at it, or there is nothing to look at. */
  | { readonly status: 'idle' }
  | { readonly status: 'loading' }
  /** `isCurrent`: false while it is asked for anew. */
  | { readonly status: 'known'; readonly value: T; readonly isCurrent: boolean }
  /** What was known before stays. */
  | { readonly status: 'failed'; readonly error: OneDriveError; readonly value: T | undefined };
