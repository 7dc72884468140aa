import { itemPath, pages, parseDriveItem, type DriveItem, type Graph, type ItemReference } from '../../graph';
import { toOneDriveError } from '../../lib';

const FIELDS = 'id,name,parentReference,folder,package,remoteItem';
const ONLY_FOLDERS = 'folder ne null';

/** Reads the folders in folders. */
export type ReadFolders = (
  folder: ItemReference,
  signal?: AbortSignal,
) => AsyncGenerator<readonly DriveItem[]>;

/** Work drives can leave the files out, personal ones refuse to (onedrive-api-docs, filtering-results). */
export function createReadFolders(graph: Graph): ReadFolders {
  const unfiltered = new Set<string>();
  const read = (folder: ItemReference, filter: object, signal?: AbortSignal) =>
    pages(
      graph,
      {
        path: `${itemPath(folder)}/children`,
        query: { $select: FIELDS, $top: '200', ...filter },
        headers: { Prefer: 'Include-Feature=AddToOneDrive' },
        access: 'read',
        signal,
      },
      parseDriveItem,
    );
  return async function* readFolders(folder, signal) {
    if (!unfiltered.has(folder.driveId)) {
      let begun = false;
      try {
        for await (const page of read(folder, { $filter: ONLY_FOLDERS }, signal)) {
          begun = true;
          yield page;
        }
        return;
      } catch (cause) {
        if (begun || toOneDriveError(cause).code !== 'invalid-request') throw cause;
        unfiltered.add(folder.driveId);
      }
    }
    yield* read(folder, {}, signal);
  };
}
