import { itemJson, ownerIdentity } from '../items/item-json';
import type { DemoUser } from '../../caller';
import type { Drive } from '../model/drive';
import type { Item, LinkPermission } from '../model/model';
import type { Answer } from '../protocol/answer';
import { accessDenied, itemNotFound } from '../protocol/graph-error';
import type { Call, World } from '../world';
import { standingOf } from './access';
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
  const body = { id: shareIdOf(link.webUrl), name, owner: ownerIdentity(drive.owner) };
  return { status: 200, context: 'shares/$entity', body };
}

/** `GET /shares/{id}/driveItem`: the item itself, in its owner's drive. */
export function readSharedItem(call: Call, id: string): Answer {
  const { drive, item } = openShare(call, id);
  const view = { world: call.world, options: call.options, drive, base: `/drives/${drive.id}` };
  return { status: 200, context: 'shares/driveItem/$entity', body: itemJson(view, item) };
}

/** @throws GraphError 404 where no link has this address, 403 where it is not for the caller. */
function openShare({ world, user, request }: Call, id: string): Share {
  const share = findShare(world, decodeUrl(id));
  if (share === undefined) throw itemNotFound();
  const { drive, item, link } = share;
  if (!isFor(link, user) && standingOf(user, drive, item) === 'nothing') throw accessDenied();
  if (isRedeemed(request)) link.redeemedBy.add(user.oid);
  return share;
}

/** Links for certain people are for those who have standing already: nobody is named for a link. */
function isFor({ scope }: LinkPermission, user: DemoUser): boolean {
  return scope === 'anonymous' || (scope === 'organization' && user.kind === 'work');
}

/** Opening a link in this way gives lasting access, as opening it in a browser does. */
function isRedeemed(request: Request): boolean {
  const preferences = request.headers
    .get('prefer')
    ?.toLowerCase()
    .split(/[,;\s]+/);
  return preferences?.includes('redeemsharinglink') ?? false;
}

function findShare(world: World, webUrl: string): Share | undefined {
  for (const drive of world.drives.values()) {
    for (const shared of drive.shared) {
      const item = drive.items.get(shared);
      const link = item?.permissions?.find((each) => each.kind === 'link' && each.webUrl === webUrl);
      if (item !== undefined && link?.kind === 'link') return { drive, item, link };
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
