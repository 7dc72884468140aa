import type { Drive } from '../model/drive';
import { officeLetter } from '../model/mime-types';
import type { Item } from '../model/model';
import { pathOf } from '../model/names';
import { addressOf } from '../model/owner';

/** A user's part of a OneDrive for Business address: `ada_contoso_com`. */
export function personSlug(drive: Drive): string {
  return addressOf(drive.owner)
    .replaceAll(/[^A-Za-z0-9]/g, '_')
    .toLowerCase();
}

/**
 * Where a person would open the item; Office files open in the service's editor. It stays on the
 * emulator's own host, so that no click in a demonstration leads to a real service.
 */
export function webUrlOf(bytes: string, drive: Drive, item: Item): string {
  if (drive.driveType === 'personal') return `${bytes}/?cid=${drive.id}&id=${encodeURIComponent(item.id)}`;
  if (item.kind === 'folder' || officeLetter(item.name) === undefined) return webDavUrlOf(bytes, drive, item);
  const source = encodeURIComponent(`{${item.guid.toUpperCase()}}`);
  const file = encodeURIComponent(item.name);
  const query = `sourcedoc=${source}&file=${file}&action=default&mobileredirect=true`;
  return `${bytes}${editorPath(drive)}?${query}`;
}

/** Where a work drive's item stands in its library. */
export function webDavUrlOf(bytes: string, drive: Drive, item: Item): string {
  const path = pathOf(item).map((name) => `/${encodeURIComponent(name)}`);
  return `${bytes}${libraryPath(drive)}${path.join('')}`;
}

/** The site that belongs to a work drive; its pages and its library lie below. */
export function siteUrlOf(bytes: string, drive: Drive): string {
  return `${bytes}${sitePath(drive)}`;
}

function sitePath(drive: Drive): string {
  return `/personal/${personSlug(drive)}`;
}

export function libraryPath(drive: Drive): string {
  return `${sitePath(drive)}/Documents`;
}

export function editorPath(drive: Drive): string {
  return `${sitePath(drive)}/_layouts/15/Doc.aspx`;
}
