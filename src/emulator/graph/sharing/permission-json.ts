import { identity, ownerIdentity } from '../items/item-json';
import type { Drive } from '../model/drive';
import { base64Url } from '../model/ids';
import type { InvitedPermission, Item, LinkPermission, Party } from '../model/model';
import { pathOf } from '../model/names';
import { addressOf } from '../model/owner';
import type { Held } from '../model/permissions';
import { graphDate } from '../protocol/graph-dates';
import type { DriveCall, World } from '../world';
import { isAmong, owns } from './access';
import { roleOf } from './link-types';
import { partyPermissionId } from './new-permission';

type Json = Record<string, unknown>;

/** What nobody gave and nobody can take away. */
export function ownerPermissionJson({ owner }: Drive): Json {
  return { id: partyPermissionId(owner), roles: ['owner'], ...grantedTo(ownerIdentity(owner)) };
}

/** The permission resource, as it stands among those of `item`. */
export function permissionJson(call: DriveCall, { permission, from }: Held, item: Item): Json {
  const { drive } = call;
  return {
    id: permission.id,
    ...(permission.kind === 'link' ? linkJson(call, permission) : invitedJson(permission)),
    // Work drives do not tell (resources/permission, remarks).
    ...(from === item || drive.driveType !== 'personal' ? {} : { inheritedFrom: inheritedFrom(drive, from) }),
  };
}

function linkJson(call: DriveCall, link: LinkPermission): Json {
  const { drive, user, world } = call;
  const { type, scope, expires } = link;
  const people = owns(call) ? link.people : link.people.filter((party) => isAmong(party, user));
  const webUrl = linkUrl(world, link);
  return {
    roles: [roleOf(type)],
    shareId: shareIdOf(world, drive, link),
    hasPassword: link.hasPassword,
    ...(expires === undefined ? {} : { expirationDateTime: graphDate(expires) }),
    ...(scope === 'users' || people.length > 0 ? grantedToIdentities(people) : {}),
    link: {
      type,
      scope,
      webUrl,
      ...(type === 'embed' ? { webHtml: `<iframe src="${webUrl}"></iframe>` } : {}),
      preventsDownload: type === 'blocksDownload',
    },
  };
}

function invitedJson({ whom, role, signInRequired, invitedBy, hasPassword }: InvitedPermission): Json {
  return {
    roles: [role],
    ...grantedTo(ownerIdentity(whom)),
    ...(hasPassword ? { hasPassword } : {}),
    invitation: { email: addressOf(whom), signInRequired, invitedBy: { user: identity(invitedBy) } },
  };
}

/** The second form is deprecated, but clients still read it. */
function grantedTo(whom: Json): Json {
  return { grantedToV2: whom, grantedTo: whom };
}

function grantedToIdentities(people: readonly Party[]): Json {
  const identities = people.map(ownerIdentity);
  return { grantedToIdentitiesV2: identities, grantedToIdentities: identities };
}

function inheritedFrom(drive: Drive, item: Item): Json {
  const path = pathOf(item).map((name) => `/${encodeURIComponent(name)}`);
  return {
    driveId: drive.id,
    driveType: drive.driveType,
    id: item.id,
    path: `/drives/${drive.id}/root:${path.join('')}`,
  };
}

/** It stays on the emulator's own host: a click leads to no real service. */
function linkUrl(world: World, link: LinkPermission): string {
  return `${world.ports.origins.bytes}${link.path}`;
}

/** What `/shares/{id}` takes for a link: a word of its own, or the encoded address (protocol 2.4). */
export function shareIdOf(world: World, drive: Drive, link: LinkPermission): string {
  if (drive.driveType === 'personal') return `s!${link.path.slice(link.path.lastIndexOf('/') + 1)}`;
  return `u!${base64Url(linkUrl(world, link))}`;
}
