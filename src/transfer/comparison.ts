import type { DriveItem } from '../graph';
import type { SourceFile } from './source-file';

/**
 * - `changed-by-server`: an Office file that differs; SharePoint writes properties into them (OD#935)
 * - `unverified`: the same size, and no hash to be sure
 */
export type Comparison = 'equal' | 'changed-by-server' | 'unverified' | 'different';

const OFFICE = /\.(?:doc|dot|xls|xlt|ppt|pot|pps)[xm]?$|\.(?:xlsb|vsdx|one|mpp|html?|aspx)$/i;

/** Files that the service may rewrite on arrival. */
export function isRewrittenByService(name: string): boolean {
  return OFFICE.test(name);
}

/** Is the remote item this file? By size first, then by hash; an empty file has no hash to compare (ABR#2436). */
export async function compareWithSource(item: DriveItem, source: SourceFile): Promise<Comparison> {
  // A folder has a size as well: that of what is in it.
  if (item.folder ?? item.package ?? item.remoteItem) return 'different';
  const difference = isRewrittenByService(source.name) ? 'changed-by-server' : 'different';
  if (item.size !== undefined && item.size !== source.size) return difference;
  if (item.size === 0) return 'equal';
  const remote = item.file?.hashes?.quickXorHash;
  if (remote === undefined) return 'unverified';
  return remote === (await source.hash()) ? 'equal' : difference;
}
