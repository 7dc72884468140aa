import { itemAtUrl } from '../items/item-at-url';
import type { Drive } from '../model/drive';
import type { Item, LinkPermission } from '../model/model';
import { personOf } from '../model/owner';
import { accessDenied, itemNotFound } from '../protocol/graph-error';
import type { Need } from '../protocol/scopes';
import type { Call, World } from '../world';
import { hasEnded, standingOf } from './access';
import { roleOf, showsItem } from './link-types';
import { together } from './recipients';

/** What a share id leads to: by a link that was made for it, or by the item's own address. */
export interface Share {
  readonly drive: Drive;
  readonly item: Item;
  readonly link: LinkPermission | undefined;
}

/** @throws GraphError 404 where the id means nothing, 403 where it is not for the caller, or not for this. */
export function openShare(call: Call, id: string, right: Need['right']): Share {
  const share = findShare(call.world, id);
  if (share === undefined) throw itemNotFound();
  const standing = standingOf(call, share.drive, share.item);
  if (standing === 'own' || standing === 'write' || standing === right) return share;
  const { link } = share;
  if (link === undefined) throw accessDenied();
  checkAdmission(call, link);
  if (right === 'write' && roleOf(link.type) !== 'write') throw accessDenied();
  if (preference(call) === 'redeemSharingLink') link.people = together(link.people, [personOf(call.user)]);
  return share;
}

/** How lasting the access shall be that opening the link gives (protocol 2.4). */
export function preference({ request }: Call): string | undefined {
  const asked = (request.headers.get('prefer') ?? '').split(',').map((each) => each.trim());
  return ['redeemSharingLink', 'redeemSharingLinkIfNecessary'].find((each) => asked.includes(each));
}

/** @throws GraphError 403 unless the link, as it is now, is for the caller. */
function checkAdmission({ user, world }: Call, link: LinkPermission): void {
  if (hasEnded(link, world.ports.now())) throw accessDenied('The sharing link has expired.');
  // Graph has no way to tell the password.
  if (link.hasPassword) throw accessDenied('The sharing link is protected by a password.');
  if (!showsItem(link.type)) throw accessDenied();
  if (link.scope === 'anonymous' || (link.scope === 'organization' && user.kind === 'work')) return;
  // Whomever a link for certain people names has a standing already.
  throw accessDenied();
}

/** What a link's address leads to in a browser where nobody has signed in. */
export function openToAnyone(world: World, url: URL): Item | undefined {
  const share = findByPath(world, url.pathname);
  if (share?.link?.scope !== 'anonymous' || share.link.hasPassword) return undefined;
  return hasEnded(share.link, world.ports.now()) || !showsItem(share.link.type) ? undefined : share.item;
}

function findShare(world: World, id: string): Share | undefined {
  if (id.startsWith('s!')) return findLink(world, (path) => path.endsWith(`/${id.slice(2)}`));
  const url = decodeUrl(id);
  if (url?.origin !== world.ports.origins.bytes) return undefined;
  // What people add to links by passing them on does not count.
  const link = findByPath(world, url.pathname);
  const found = itemAtUrl(world, url);
  return link ?? (found && { ...found, link: undefined });
}

function findByPath(world: World, pathname: string): Share | undefined {
  return findLink(world, (path) => path === pathname);
}

function findLink(world: World, isMeant: (path: string) => boolean): Share | undefined {
  for (const drive of world.drives.values()) {
    for (const id of drive.shared) {
      const item = drive.items.get(id);
      const link = item?.permissions?.find((each) => each.kind === 'link' && isMeant(each.path));
      if (item !== undefined && link?.kind === 'link') return { drive, item, link };
    }
  }
  return undefined;
}

/** The address in a share id (protocol 2.4). */
function decodeUrl(id: string): URL | undefined {
  if (!id.startsWith('u!')) return undefined;
  try {
    return new URL(atob(id.slice(2).replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return undefined;
  }
}
