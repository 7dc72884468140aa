import { firstPages, itemPath, parseDrive, parseDriveItem, type Graph } from '../graph';
import type { TransferPorts } from '../transfer';

/** What a question about a taken name shows, and what the answer needs. */
const FIELDS = 'id,name,size,eTag,lastModifiedDateTime,lastModifiedBy,parentReference,file,folder,package';
/** As many as the service gives in one page: nobody waits for the first rows. */
const PAGE_SIZE = '1000';

/** What is read before a byte is sent. */
export function createPreflightPorts(graph: Graph): Pick<TransferPorts, 'listNames' | 'readDrive'> {
  return {
    listNames: (folder, most, signal) =>
      firstPages(
        graph,
        {
          path: `${itemPath(folder)}/children`,
          query: { $select: FIELDS, $top: PAGE_SIZE },
          access: 'read',
          signal,
        },
        parseDriveItem,
        most,
      ),
    readDrive: (driveId, signal) =>
      graph.get(
        {
          path: `/drives/${encodeURIComponent(driveId)}`,
          query: { $select: 'id,driveType,quota' },
          access: 'read',
          signal,
        },
        parseDrive,
      ),
  };
}
