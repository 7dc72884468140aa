import type { Drive } from '../model/drive';
import { businessItemId } from '../model/ids';
import type { Item } from '../model/model';
import { itemNotFound } from '../protocol/graph-error';
import { foldName } from '../model/names';
import { editorPath, libraryPath } from './web-urls';
import type { World } from '../world';

/** Stands in for the service's own web pages, to which webUrl leads. It tells a name, no content. */
export function webPage(world: World, url: URL): Response {
  const item = findItem(world, url);
  if (item === undefined) throw itemNotFound();
  const name = item.parent === null ? 'OneDrive' : item.name;
  const html = `<!doctype html><meta charset="utf-8"><title>${escape(name)}</title>
<body style="font:16px system-ui;margin:3rem"><h1>${escape(name)}</h1>
<p>Here the real service would open this item. This is the emulator.</p>`;
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
    },
  });
}

function findItem(world: World, url: URL): Item | undefined {
  for (const drive of world.drives.values()) {
    if (url.pathname === '/' && url.searchParams.get('cid') === drive.id) {
      return drive.items.get(url.searchParams.get('id') ?? '');
    }
    if (url.pathname === editorPath(drive)) return findSource(drive, url.searchParams.get('sourcedoc'));
    const library = libraryPath(drive);
    if (url.pathname === library || url.pathname.startsWith(`${library}/`)) {
      return findBelow(drive.root, url.pathname.slice(library.length));
    }
  }
  return undefined;
}

/** The editor is told the item's GUID, of which its id is another spelling. */
function findSource(drive: Drive, source: string | null): Item | undefined {
  const guid = source?.replaceAll(/[{}]/g, '') ?? '';
  return drive.items.get(businessItemId(drive.site.listId, guid));
}

function findBelow(root: Item, path: string): Item | undefined {
  let item: Item | undefined = root;
  for (const segment of path.split('/').filter(Boolean)) {
    item = item?.kind === 'folder' ? item.children.get(foldName(decode(segment))) : undefined;
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

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
