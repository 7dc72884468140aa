import { identity, ownerIdentity } from '../items/item-json';
import type { Drive } from '../model/drive';
import { base64Url } from '../model/ids';
import type { InvitedPermission, Item, LinkPermission, Permission } from '../model/model';
import { pathOf } from '../model/names';
import { addressOf } from '../model/owner';

type Json = Record<string, unknown>;

/** A permission together with where it comes from. */
export type Held =
  | { readonly kind: 'owner' }
  | { readonly kind: 'own'; readonly permission: Permission }
  | { readonly kind: 'inherited'; readonly permission: Permission; readonly from: Item };

/** The id by which SharePoint names the standing of a person. */
export function personPermissionId(email: string): string {
  return base64Url(`i:0#.f|membership|${encodeURI(email.toLowerCase())}`);
}

/** The permission resource. */
export function permissionJson(drive: Drive, held: Held): Json {
  if (held.kind === 'owner') {
    return {
      id: personPermissionId(addressOf(drive.owner)),
      roles: ['owner'],
      ...grantedTo(ownerIdentity(drive.owner)),
    };
  }
  const { permission } = held;
  return {
    id: permission.id,
    ...(permission.kind === 'link' ? linkJson(permission) : invitedJson(permission)),
    ...(held.kind === 'inherited' ? { inheritedFrom: inheritedFrom(drive, held.from) } : {}),
  };
}

function linkJson(link: LinkPermission): Json {
  const { type, scope, webUrl } = link;
  return {
    roles: [type === 'edit' ? 'write' : 'read'],
    shareId: shareIdOf(webUrl),
    hasPassword: false,
    // Nobody has been named for a link; the service tells so with empty lists.
    ...(scope === 'users' ? { grantedToIdentitiesV2: [], grantedToIdentities: [] } : {}),
    link: {
      type,
      scope,
      webUrl,
      ...(type === 'embed' ? { webHtml: `<iframe src="${webUrl}"></iframe>` } : {}),
      preventsDownload: false,
    },
  };
}

function invitedJson({ person, role, signInRequired, invitedBy }: InvitedPermission): Json {
  return {
    roles: [role],
    ...grantedTo({ user: identity(person) }),
    invitation: { email: person.email, signInRequired, invitedBy: { user: identity(invitedBy) } },
  };
}

/** The second form is deprecated, but clients still read it. */
function grantedTo(whom: Json): Json {
  return { grantedToV2: whom, grantedTo: whom };
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

/** An address as `/shares/{id}` takes it (protocol 2.4). */
export function shareIdOf(webUrl: string): string {
  return `u!${base64Url(webUrl)}`;
}
