import type { Drive } from '../model/drive';
import { businessItemId } from '../model/ids';
import type { Item } from '../model/model';
import { itemNotFound } from '../protocol/graph-error';
import type { World } from '../world';
import { editorPath, libraryPath } from './web-urls';

/** The item that has this address on the web, and its drive. */
export function itemAtUrl(
  world: World,
  url: URL,
): { readonly drive: Drive; readonly item: Item } | undefined {
  for (const drive of world.drives.values()) {
    const item = itemInDrive(drive, url);
    if (item !== undefined) return { drive, item };
  }
  return undefined;
}

function itemInDrive(drive: Drive, { pathname, searchParams }: URL): Item | undefined {
  if (pathname === '/' && searchParams.get('cid') === drive.id) {
    return drive.items.get(searchParams.get('id') ?? '');
  }
  // The libraries of a site share its editor.
  if (pathname === editorPath(drive)) return findSource(drive, searchParams.get('sourcedoc'));
  const library = libraryPath(drive);
  if (pathname !== library && !pathname.startsWith(`${library}/`)) return undefined;
  return findBelow(drive.root, pathname.slice(library.length));
}

/** The editor is told the item's GUID, of which its id is another spelling. */
function findSource(drive: Drive, source: string | null): Item | undefined {
  const guid = source?.replaceAll(/[{}]/g, '') ?? '';
  return drive.items.get(businessItemId(drive.library.listId, guid));
}

function findBelow(root: Item, path: string): Item | undefined {
  let item: Item | undefined = root;
  for (const segment of path.split('/').filter(Boolean)) {
    item = item?.kind === 'folder' ? item.children.get(decode(segment)) : undefined;
  }
  return item;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw itemNotFound();
  }
}
