import { isSameDrive, namesAbove, type DriveItem, type PathFolder } from '../../drive';
import { placeName } from '../place-name';
import type { Text } from '../text';

/** Where a hit lies: `My files/Documents`; or why it can't be reached. */
export function placeOf(item: DriveItem, path: readonly PathFolder[], text: Text): string {
  if (item.unreachable && !item.isDeleted)
    return text(item.unreachable.code === 'not-found' ? 'search.gone' : 'search.refused');
  const names = namesAbove(item);
  return names ? [topOf(item, path, text), ...names].join('/') : '';
}

function topOf(item: DriveItem, path: readonly PathFolder[], text: Text): string {
  const start = path.findIndex((part) => isSameDrive(part, item));
  const part = path[start];
  // What is shared may lie deep in the drive of somebody else.
  if (part && path[start - 1]?.elsewhere?.kind !== 'shared') return placeName(part, text);
  // What lies in the recycle bin and in no site lay in the user's own drive.
  return siteOf(item.webUrl) ?? (item.isDeleted ? text('path.root') : '…');
}

/** The name of a site in the address of what is in it. */
function siteOf(address = ''): string | undefined {
  const [, name] = /^https?:\/\/[^/]+\/(?:sites|teams)\/([^/]+)\//.exec(address) ?? [];
  try {
    return name && decodeURIComponent(name);
  } catch {
    return name;
  }
}
