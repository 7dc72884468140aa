/* oxlint-disable no-await-in-loop -- one name after the other, until one is free */
import { itemPath, parseDriveItem, type DriveItem } from '../../graph';
import { numberedName, toOneDriveError } from '../../lib';
import type { ChangeParts } from './change-parts';
import { isDoubtful, look } from './truth';

/** Whoever has so many of one name has others, too. */
const MOST_NAMES = 20;

/**
 * Out of the recycle bin of a personal drive, to where it was; no other drive can. It takes the right
 * `Files.ReadWrite.All`.
 *
 * @param name where its own is taken, one with a number
 * @throws OneDriveError `name-conflict`, `not-found` where the bin was emptied, …
 */
export async function restoreItem(
  parts: ChangeParts,
  item: DriveItem,
  signal?: AbortSignal,
  name: 'own' | 'numbered' = 'own',
): Promise<DriveItem> {
  return name === 'own'
    ? restoreAs(parts, item, undefined, signal)
    : restoreUnderFreeName(parts, item, signal);
}

/** The service knows no other behaviour than to fail. */
async function restoreUnderFreeName(
  parts: ChangeParts,
  item: DriveItem,
  signal?: AbortSignal,
): Promise<DriveItem> {
  for (let number = 1; ; number += 1) {
    try {
      return await restoreAs(parts, item, numberedName(item.name, number), signal);
    } catch (cause) {
      if (toOneDriveError(cause).code !== 'name-conflict' || number === MOST_NAMES) throw cause;
    }
  }
}

async function restoreAs(
  { graph, requests }: ChangeParts,
  item: DriveItem,
  name: string | undefined,
  signal?: AbortSignal,
): Promise<DriveItem> {
  const path = `${itemPath(item)}/restore`;
  const body = name === undefined ? {} : { name };
  try {
    return await graph.post({ path, body, access: 'write-all', signal }, parseDriveItem);
  } catch (cause) {
    const there = isDoubtful(cause) ? await look(() => requests.item(item, signal)) : undefined;
    if (there) return there;
    throw cause;
  }
}
