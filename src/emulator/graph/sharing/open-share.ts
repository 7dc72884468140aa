import { itemAtUrl } from '../items/item-at-url';
import type { Drive } from '../model/drive';
import { fromBase64Url } from '../model/ids';
import type { Item, LinkPermission } from '../model/model';
import { partyOf } from '../model/owner';
import { accessDenied, itemNotFound, type GraphError } from '../protocol/graph-error';
import { preferences } from '../protocol/preferences';
import type { Need } from '../protocol/scopes';
import type { Call, FileGrant, Opened, World } from '../world';
import { hasEnded, standingOf } from './access';
import { roleOf, showsItem } from './link-types';
import { together } from './recipients';

/** What a share id leads to: by a link that was made for it, or by the item's own address. */
interface Share {
  readonly drive: Drive;
  readonly item: Item;
  readonly link: LinkPermission | undefined;
}

/** A share that the caller may open. */
export interface OpenShare extends Share {
  readonly opened: Opened;
}

/** @throws GraphError 404 where the id means nothing, 403 where it is not for the caller, or not for this. */
export function openShare(call: Call, id: string, right: Need['right']): OpenShare {
  const share = findShare(call.world, id);
  if (share === undefined) throw itemNotFound();
  const { drive, item, link } = share;
  const nothing: Opened = { item, gives: 'nothing' };
  if (standingOf(call, drive, item) === 'own') return { ...share, opened: nothing };
  const refusal = link === undefined ? accessDenied() : refusalOf(call, link);
  const opened: Opened =
    link === undefined || refusal !== undefined ? nothing : { item, gives: roleOf(link.type) };
  const standing = standingOf({ ...call, opened }, drive, item);
  if (standing === 'nothing') throw refusal ?? accessDenied();
  if (standing === 'read' && right === 'write') throw accessDenied();
  if (link !== undefined && opened !== nothing && preference(call) === 'redeemSharingLink') {
    link.people = together(link.people, [partyOf(call.user)]);
  }
  return { ...share, opened };
}

/** How lasting the access shall be that opening the link gives (protocol 2.4). */
export function preference({ request }: Pick<Call, 'request'>): string | undefined {
  const asked = preferences(request);
  return ['redeemSharingLink', 'redeemSharingLinkIfNecessary'].find((each) => asked.includes(each));
}

/** Why the link, as it is now, is not for the caller; undefined where it is. */
function refusalOf({ user, world }: Call, link: LinkPermission): GraphError | undefined {
  if (hasEnded(link, world.ports.now())) return accessDenied('The sharing link has expired.');
  // Graph has no way to tell the password.
  if (link.hasPassword) return accessDenied('The sharing link is protected by a password.');
  // Whomever a link for certain people names has a standing already.
  const isMeant = link.scope === 'anonymous' || (link.scope === 'organization' && user.kind === 'work');
  return isMeant && showsItem(link.type) ? undefined : accessDenied();
}

/** What the address of a link for anyone leads to in a browser where nobody has signed in. */
export function openToAnyone(world: World, url: URL): Share | undefined {
  const share = findByPath(world, url.pathname) ?? findByKey(world, url.searchParams.get('share'));
  if (share?.link?.scope !== 'anonymous' || share.link.hasPassword) return undefined;
  return hasEnded(share.link, world.ports.now()) || !showsItem(share.link.type) ? undefined : share;
}

/** The two ways to a linked file's bytes: `{link}?download=1`, and the address that rclone makes of a link. */
export function fileOpenToAnyone(world: World, url: URL): FileGrant | undefined {
  if (url.searchParams.get('download') !== '1' && !url.searchParams.has('share')) return undefined;
  const share = openToAnyone(world, url);
  return share?.item.kind === 'file' ? { drive: share.drive, file: share.item, viewer: null } : undefined;
}

function findShare(world: World, id: string): Share | undefined {
  if (id.startsWith('s!')) return findByKey(world, id.slice(2));
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

function findByKey(world: World, key: string | null): Share | undefined {
  return key === null ? undefined : findLink(world, (path) => path.endsWith(`/${key}`));
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
  const address = id.startsWith('u!') ? fromBase64Url(id.slice(2)) : undefined;
  return address !== undefined && URL.canParse(address) ? new URL(address) : undefined;
}
