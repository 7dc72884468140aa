import type { LibraryColumn } from '../../graph';
import type { OneDriveError } from '../../lib';

/** The columns of the library in which the open folder lies, as far as they were asked for. */
export type LibraryState =
  | { readonly status: 'loading'; readonly driveId: string }
  | { readonly status: 'failed'; readonly driveId: string; readonly error: OneDriveError }
  | {
      readonly status: 'known';
      readonly driveId: string;
      readonly columns: readonly LibraryColumn[];
      readonly values: LibraryValues;
    };

/** What items say in those that are shown. */
export type LibraryValues = 'known' | 'loading' | OneDriveError;
