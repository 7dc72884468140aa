import type { DriveItem, ItemFields, ItemReference, LibraryColumn } from '../../graph';
import { toOneDriveError } from '../../lib';
import type { ElsewhereRequests } from '../elsewhere/elsewhere-requests';
import type { FolderState } from '../folder-browser';
import type { LibraryValues } from './library-state';

/** As many as fit in one batch are read one by one; of more the folder is listed. */
const A_FEW = 20;

interface ReadingParts {
  /** Another folder or other columns have another. */
  readonly key: string;
  readonly folder: ItemReference;
  readonly columns: readonly LibraryColumn[];
  readonly open: () => Promise<Pick<ElsewhereRequests, 'library'>>;
  /** Something was read, or failed. */
  readonly changed: () => void;
}

/** What the items of one folder say in some columns. */
export interface ValueReading {
  readonly key: string;
  /** Those that do not show yet what they say. */
  readonly valuesOf: (items: readonly DriveItem[]) => readonly (readonly [DriveItem, ItemFields['fields']])[];
  /** Reads on, unless all is known or on its way; how far it is. */
  readonly read: (state: Pick<FolderState, 'items' | 'asOf'>) => LibraryValues;
  /** Tries again what has failed. */
  readonly retry: () => void;
  readonly stop: () => void;
}

export function createValueReading({ key, folder, columns, open, changed }: ReadingParts): ValueReading {
  const stopped = new AbortController();
  const { signal } = stopped;
  const known = new Map<string, ItemFields>();
  /** Asked for as they are now: who was not told of is not asked for again and again. */
  const asked = new Set<string>();
  let state: LibraryValues = 'known';
  /** Which listing it belongs to: another one is another try. */
  let asOf: number | undefined;

  const isKnown = (item: DriveItem) => known.get(item.id)?.eTag === item.eTag && known.has(item.id);
  const keep = (all: readonly ItemFields[]) => {
    for (const each of all) known.set(each.id, each);
    changed();
  };
  const readAll = async () => {
    const { library } = await open();
    for await (const page of library.fieldsBelow(folder, columns, signal)) {
      if (signal.aborted) return;
      keep(page);
    }
  };
  const readFew = async (items: readonly DriveItem[]) => {
    const { library } = await open();
    const answers = await Promise.allSettled(items.map((item) => library.fields(item, columns, signal)));
    const read = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    keep(read);
    // An item may have gone meanwhile; where none can be read, something else is wrong.
    const [first] = answers;
    if (read.length === 0 && first?.status === 'rejected') throw first.reason;
  };
  const run = async (missing: readonly DriveItem[]) => {
    state = 'loading';
    for (const item of missing) asked.add(askedAs(item));
    try {
      await (missing.length > A_FEW ? readAll() : readFew(missing));
      state = 'known';
    } catch (reason) {
      state = toOneDriveError(reason);
    }
    if (!signal.aborted) changed();
  };
  const retry = () => {
    if (typeof state === 'string') return;
    state = 'known';
    asked.clear();
  };
  return {
    key,
    valuesOf: (items) =>
      items.flatMap((item) => {
        const fields = isKnown(item) ? known.get(item.id)?.fields : undefined;
        return fields && fields !== item.fields ? [[item, fields] as const] : [];
      }),
    read: ({ items, asOf: listed }) => {
      if (listed !== asOf) retry();
      asOf = listed;
      if (state !== 'known' || columns.length === 0) return state;
      const missing = items.filter((item) => !isKnown(item) && !asked.has(askedAs(item)));
      if (missing.length > 0) void run(missing);
      return state;
    },
    retry,
    stop: () => stopped.abort(),
  };
}

function askedAs({ id, eTag }: DriveItem): string {
  return `${id} ${eTag}`;
}
