import type { Drive } from '../model/drive';
import { officeLetter } from '../model/mime-types';
import type { Item } from '../model/model';
import { pathOf } from '../model/names';

/**
 * Where a person would open the item; Office files open in the service's editor. It stays on the
 * emulator's own host, so that no click in a demonstration leads to a real service.
 */
export function webUrlOf(bytes: string, drive: Drive, item: Item): string {
  if (drive.driveType === 'personal') return `${bytes}/?cid=${drive.id}&id=${encodeURIComponent(item.id)}`;
  if (item.kind !== 'file' || officeLetter(item.name) === undefined) return webDavUrlOf(bytes, drive, item);
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

export function libraryPath(drive: Drive): string {
  const { site, folder } = drive.library;
  return `${site.path}/${encodeURIComponent(folder)}`;
}

/** The site that a work drive belongs to; its pages and its library lie below. */
export function siteUrlOf(bytes: string, { library }: Drive): string {
  return `${bytes}${library.site.path}`;
}

export function editorPath({ library }: Drive): string {
  return `${library.site.path}/_layouts/15/Doc.aspx`;
}

/** How the address of a link names the site: `/g/personal/ada_contoso_com`, `/s/marketing`. */
export function linkPlace({ library: { site } }: Drive): string {
  return site.path.startsWith('/personal/') ? `/g${site.path}` : `/s${site.path.replace(/^\/sites/, '')}`;
}
