import type { DriveItem, ItemFields, ItemReference, LibraryColumn } from '../../graph';
import { toOneDriveError } from '../../lib';
import type { Arrangement } from '../arrangement';
import type { DriveRequests } from '../drive-requests';
import { isField } from '../field-id';
import { addItems } from '../folder-contents';
import type { FolderView } from '../folder-view';
import { DEFAULT_SORT } from '../sort';
import { libraryOf } from './library-requests';
import type { LibraryState } from './library-state';
import { createValueReading, type ValueReading } from './value-reading';

export interface LibraryParts {
  readonly requests: Pick<DriveRequests, 'elsewhere'>;
  readonly view: FolderView;
  readonly arrange: (change: Partial<Arrangement>) => void;
}

export interface LibraryFollower {
  readonly askColumns: (mayAsk: boolean) => void;
}

/**
 * Columns of libraries: which there are, once for each library, and what the rows say in those that are shown. Rows are
 * listed without them; what they say is read beside the listing, so that nothing waits for it, and nobody who does not
 * use it asks anything.
 */
export function followLibrary({ requests, view, arrange }: LibraryParts): LibraryFollower {
  const known = new Map<string, readonly LibraryColumn[]>();
  let asking = new AbortController();
  let reading: ValueReading | undefined;
  let isScheduled = false;
  /** For which listing the columns were asked for last. */
  let askedFor: number | undefined;

  const tell = (library: LibraryState | undefined) => view.patch({ library });
  const ask = async (driveId: string, mayAsk: boolean) => {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    tell({ status: 'loading', driveId });
    try {
      const { library } = await openElsewhere(requests);
      const columns = await library.columns(driveId, mayAsk, signal);
      if (signal.aborted) return;
      known.set(driveId, columns);
      tell({ status: 'known', driveId, columns, values: 'known' });
    } catch (reason) {
      if (!signal.aborted) tell({ status: 'failed', driveId, error: toOneDriveError(reason) });
    }
  };
  const stop = () => {
    asking.abort();
    reading?.stop();
    reading = undefined;
  };
  /** Nothing of it is shown any more, nor asked. */
  const leave = () => {
    stop();
    tell(undefined);
  };
  /** What is shown, or sorted by, of a library's columns; those that the library has no longer are put away. */
  const wantedOf = (columns: readonly LibraryColumn[]): readonly LibraryColumn[] => {
    const { arrangement } = view.state.get();
    const isThere = (id: string) => !isField(id) || columns.some((column) => column.id === id);
    const kept = arrangement.columns.filter(({ id }) => isThere(id));
    const sort = isThere(arrangement.sort.by) ? arrangement.sort : DEFAULT_SORT;
    if (kept.length < arrangement.columns.length || sort !== arrangement.sort) {
      arrange({ columns: kept, sort });
    }
    const ids = fieldsOf(view.state.get().arrangement);
    return columns.filter(({ id }) => ids.includes(id));
  };
  /** No item of an empty folder tells that it lies in a library: one that was seen is one still. */
  const libraryAt = ({ driveId }: ItemReference, first: DriveItem | undefined): string | undefined => {
    if (first) return libraryOf(first);
    return known.has(driveId) || view.state.get().library?.driveId === driveId ? driveId : undefined;
  };
  const look = () => {
    isScheduled = false;
    const { items, path, arrangement, library, asOf } = view.state.get();
    const folder = path.at(-1);
    const open = folder?.elsewhere ? undefined : folder;
    const driveId = open && libraryAt(open, items[0]);
    if (library && driveId !== library.driveId) leave();
    if (!open || driveId === undefined) return;
    const columns = known.get(driveId);
    if (!columns) {
      const isNew = library?.driveId !== driveId || (library.status === 'failed' && askedFor !== asOf);
      if (!isNew || fieldsOf(arrangement).length === 0) return;
      askedFor = asOf;
      void ask(driveId, false);
      return;
    }
    if (library?.driveId !== driveId) tell({ status: 'known', driveId, columns, values: 'known' });
    const wanted = wantedOf(columns);
    const key = JSON.stringify([open.id, wanted.map(({ id }) => id)]);
    if (reading?.key !== key) {
      reading?.stop();
      reading = createValueReading({
        key,
        folder: open,
        columns: wanted,
        open: () => openElsewhere(requests),
        changed,
      });
    }
    showValues(view, reading.valuesOf(items));
    const values = reading.read(view.state.get());
    const now = view.state.get().library;
    if (now?.status === 'known' && now.values !== values) tell({ ...now, values });
  };
  /** Once for all that changes at the same time. */
  const changed = () => {
    // Whoever was signed in has gone.
    if (view.state.get().path.length === 0) {
      stop();
      known.clear();
    }
    if (isScheduled) return;
    isScheduled = true;
    queueMicrotask(look);
  };
  view.state.subscribe(changed);
  changed();
  return {
    askColumns: (mayAsk) => {
      const [first] = view.state.get().items;
      const driveId = first && libraryOf(first);
      if (driveId === undefined) return;
      reading?.retry();
      if (known.has(driveId)) changed();
      else void ask(driveId, mayAsk);
    },
  };
}

function fieldsOf({ columns, sort }: Arrangement): readonly string[] {
  return [...columns.map(({ id }) => id), sort.by].filter(isField);
}

async function openElsewhere({ elsewhere }: Pick<DriveRequests, 'elsewhere'>) {
  if (!elsewhere) throw new TypeError('Nobody may leave the root: no library is asked.');
  return elsewhere();
}

function showValues(view: FolderView, said: readonly (readonly [DriveItem, ItemFields['fields']])[]): void {
  const items = said.map(([item, fields]) => ({ ...item, fields }));
  if (items.length > 0) view.show(addItems(view.contents(), items, view.state.get().arrangement.sort));
}
