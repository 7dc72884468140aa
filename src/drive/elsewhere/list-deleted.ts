import { driveKey, itemPath, parseDriveChange, type DriveItem, type Graph } from '../../graph';
import { OneDriveError, type ReadableStore } from '../../lib';
import { isOutOfReach } from './is-out-of-reach';

export interface DeletedParts {
  readonly graph: Graph;
  readonly requests: { readonly root: (signal?: AbortSignal) => Promise<DriveItem> };
  /** What was deleted here, or is told as deleted, since somebody has signed in. */
  readonly deleted: ReadableStore<readonly DriveItem[]>;
}

const FIELDS = 'id,name,size,createdDateTime,lastModifiedDateTime,lastModifiedBy,parentReference,file,folder';

/**
 * What is known to lie in the recycle bin. A personal drive says of each whether it still does; work drives say nothing
 * of it (protocol 6.4), so there it is what was deleted here.
 */
export async function listDeleted(
  { graph, requests, deleted }: DeletedParts,
  signal?: AbortSignal,
): Promise<readonly DriveItem[]> {
  const known = deleted.get();
  if (known.length === 0) return [];
  const { driveId, parentReference } = await requests.root(signal);
  if (parentReference.driveType !== 'personal') return known.map((item) => rowOf(item, driveId));
  const asked = await Promise.all(known.map((item) => askFor(graph, item, signal)));
  const found = asked.flatMap((item) => item ?? []);
  const ids = new Set(found.map(({ id }) => id));
  // A folder stands for what is in it.
  const tops = found.filter((item) => !ids.has(item.parentReference.id ?? ''));
  return tops.map((item) => rowOf(item, driveId));
}

/** As it lies there; nothing where somebody has emptied the bin, taken it out, or closed the folder to the user. */
async function askFor(
  graph: Graph,
  known: DriveItem,
  signal: AbortSignal | undefined,
): Promise<DriveItem | undefined> {
  const query = { includeDeletedItems: 'true', $select: `${FIELDS},deleted` };
  const request = { path: itemPath(known), query, access: 'read', together: true, signal } as const;
  try {
    const { item, isDeleted } = await graph.get(request, parseDriveChange);
    return isDeleted ? { ...item, driveId: known.driveId, name: item.name || known.name } : undefined;
  } catch (cause) {
    if (isOutOfReach(cause)) return undefined;
    throw cause;
  }
}

/** It can be neither opened nor looked at; of what lay in the drive of somebody else, nobody here knows how they call it. */
function rowOf(item: DriveItem, ownDriveId: string): DriveItem {
  const { path, ...parentReference } = item.parentReference;
  const isOwn = driveKey(item.driveId) === driveKey(ownDriveId);
  const isOfSite = /\/(?:sites|teams)\//.test(item.webUrl ?? '');
  return {
    ...item,
    parentReference: isOwn || isOfSite ? { ...parentReference, path } : parentReference,
    thumbnails: undefined,
    isDeleted: true,
    unreachable: new OneDriveError('not-found'),
  };
}
