import { identity, itemJson } from '../items/item-json';
import type { Drive } from '../model/drive';
import type { Item, LinkPermission } from '../model/model';
import type { Answer } from '../protocol/answer';
import { accessDenied, itemNotFound } from '../protocol/graph-error';
import type { Call, World } from '../world';
import { shareIdOf } from './permission-json';

interface Share {
  readonly drive: Drive;
  readonly item: Item;
  readonly link: LinkPermission;
}

/** `GET /shares/{id}`: the resource that stands for a link. */
export function readShare(call: Call, id: string): Answer {
  const { drive, item, link } = openShare(call, id);
  const name = item.parent === null ? 'OneDrive' : item.name;
  const body = { id: shareIdOf(link.webUrl), name, owner: { user: identity(drive.owner) } };
  return { status: 200, context: 'shares/$entity', body };
}

/** `GET /shares/{id}/driveItem`: the item itself, in its owner's drive. */
export function readSharedItem(call: Call, id: string): Answer {
  const { drive, item } = openShare(call, id);
  const view = { world: call.world, options: call.options, drive, base: `/drives/${drive.id}` };
  return { status: 200, context: 'shares/driveItem/$entity', body: itemJson(view, item) };
}

/** @throws GraphError 404 where no link has this address, 403 where it is not for the caller. */
function openShare({ world, user }: Call, id: string): Share {
  const share = findShare(world, decodeUrl(id));
  if (share === undefined) throw itemNotFound();
  const { drive, link } = share;
  if (drive.user.oid === user.oid || link.scope === 'anonymous') return share;
  if (link.scope === 'organization' && user.kind === 'work') return share;
  throw accessDenied();
}

function findShare(world: World, webUrl: string): Share | undefined {
  for (const drive of world.drives.values()) {
    for (const item of drive.items.values()) {
      for (const link of item.permissions ?? []) {
        if (link.kind === 'link' && link.webUrl === webUrl) return { drive, item, link };
      }
    }
  }
  return undefined;
}

/** The address in a share id (protocol 2.4); what people add to links by passing them on does not count. */
function decodeUrl(id: string): string {
  if (!id.startsWith('u!')) throw itemNotFound();
  try {
    const url = new URL(atob(id.slice(2).replaceAll('-', '+').replaceAll('_', '/')));
    return `${url.origin}${url.pathname}`;
  } catch {
    throw itemNotFound();
  }
}
