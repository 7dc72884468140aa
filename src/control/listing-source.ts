import type { DriveRequests, ReadAhead } from '../drive';

/** What the open folder lists from: what was read ahead, else what is asked for now. */
export interface ListingSource {
  readonly children: DriveRequests['children'];
  /** Somebody seems about to open the folder. The function that it returns says that they have gone on. */
  readonly readAhead: ReadAhead['begin'];
  /** The code of it comes behind the first rows. */
  readonly use: (ahead: ReadAhead | undefined) => void;
}

export function createListingSource({ children }: Pick<DriveRequests, 'children'>): ListingSource {
  let ahead: ReadAhead | undefined;
  return {
    children: (folder, signal) => (signal && ahead?.take(folder, signal)) ?? children(folder, signal),
    readAhead: (folder) => ahead?.begin(folder) ?? (() => {}),
    use: (next) => {
      ahead = next;
    },
  };
}
