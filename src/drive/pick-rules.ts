import type { DriveItem } from '../graph';

/** What may be picked. */
export interface PickRules {
  readonly kind: 'files' | 'folders' | 'all';
  /** As in `<input type=file>`: `.pdf`, `image/*`, `application/pdf`; empty lets every file through. */
  readonly accept: readonly string[];
  readonly selection: 'none' | 'single' | 'multiple';
  readonly maxCount: number | undefined;
  /** Bytes. */
  readonly maxSize: number | undefined;
  /** The host's own say: `false` refuses, a text refuses with that reason. */
  readonly filter: ((item: DriveItem) => boolean | string) | undefined;
}

/** Why an item can't be picked; the interface has the words. */
export type PickRefusal =
  | { readonly reason: 'not-a-file' | 'not-a-folder' }
  | { readonly reason: 'type'; readonly accept: readonly string[] }
  | { readonly reason: 'size'; readonly maxSize: number }
  | { readonly reason: 'host'; readonly text: string | undefined }
  /** The item itself would do, but as many as allowed are picked already. */
  | { readonly reason: 'count'; readonly maxCount: number };
