import { itemPath, type DriveItem } from '../../graph';
import { OneDriveError } from '../../lib';
import type { ChangeParts } from './change-parts';
import { isDoubtful, look } from './truth';

/**
 * What the file was comes on top, as a new version. The service takes no eTag for that, so what the file is now is read
 * before: a change that nobody has seen is not buried. @throws OneDriveError `changed-elsewhere`, `locked`, …
 */
export async function restoreVersion(
  { graph, requests }: ChangeParts,
  item: DriveItem,
  versionId: string,
  signal?: AbortSignal,
): Promise<DriveItem> {
  const before = await requests.item(item, signal);
  if (item.cTag !== undefined && before.cTag !== item.cTag) throw new OneDriveError('changed-elsewhere');
  const path = `${itemPath(item)}/versions/${encodeURIComponent(versionId)}/restoreVersion`;
  try {
    await graph.send({ path, access: 'write', signal });
  } catch (cause) {
    const after = isDoubtful(cause) ? await look(() => requests.item(item, signal)) : undefined;
    if (after && after.cTag !== before.cTag) return after;
    throw cause;
  }
  return requests.item(item, signal);
}
