import type { DriveItem, FieldValue, LibraryColumn } from '../../graph';
import { toOneDriveError } from '../../lib';
import type { DriveRequests } from '../drive-requests';

/** What an item says in one column of its library. */
export interface ItemField {
  readonly title: string;
  readonly value: FieldValue;
}

/** Which columns there are is asked for once for each library; nobody is asked for a right. */
export function createFieldReader({
  elsewhere,
}: Pick<DriveRequests, 'elsewhere'>): (
  item: DriveItem,
  signal: AbortSignal,
) => Promise<readonly ItemField[]> {
  const known = new Map<string, Promise<readonly LibraryColumn[]>>();
  return async (item, signal) => {
    if (!elsewhere) return [];
    const { library } = await elsewhere();
    const { driveId } = item;
    // Not with the signal of one item: the next ones want them as well.
    const asked = known.get(driveId) ?? library.columns(driveId, false).catch(withoutRight);
    known.set(driveId, asked);
    asked.catch(() => known.delete(driveId));
    const columns = await asked;
    if (columns.length === 0) return [];
    const { fields } = await library.fields(item, columns, signal);
    return columns.flatMap(({ id, title }) => {
      const value = fields[id];
      return value && value.kind !== 'none' ? [{ title, value }] : [];
    });
  };
}

/** Whoever looks at details did not ask for these. */
function withoutRight(reason: unknown): readonly LibraryColumn[] {
  if (toOneDriveError(reason).code !== 'sign-in-needed') throw reason;
  return [];
}
