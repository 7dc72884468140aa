import { linkPlace } from '../items/web-urls';
import type { Drive } from '../model/drive';
import { base64Url, secret } from '../model/ids';
import { isPicture, mimeTypeOf, officeLetter } from '../model/mime-types';
import type { InvitedPermission, Item, LinkPermission, Party } from '../model/model';

type LinkTerms = Omit<LinkPermission, 'kind' | 'id' | 'path'>;
type InvitationTerms = Omit<InvitedPermission, 'kind' | 'id'>;

export function newLink(drive: Drive, item: Item, terms: LinkTerms): LinkPermission {
  return { kind: 'link', id: crypto.randomUUID(), path: linkPath(drive, item), ...terms };
}

export function newInvitation(terms: InvitationTerms): InvitedPermission {
  return { kind: 'invited', id: partyPermissionId(terms.whom), ...terms };
}

/** The id by which SharePoint names the standing of a person or a group. */
export function partyPermissionId(party: Party): string {
  if (party.kind === 'group') return base64Url(`c:0o.c|federateddirectoryclaimprovider|${party.group.id}`);
  return base64Url(`i:0#.f|membership|${encodeURI(party.person.email.toLowerCase())}`);
}

/** The service's two forms. */
function linkPath(drive: Drive, item: Item): string {
  const key = `E${secret()}`;
  if (drive.driveType === 'personal') return `/${letterOf(item)}/c/${drive.id}/${key}`;
  return `/:${letterOf(item)}:${linkPlace(drive)}/${key}`;
}

/** By this letter an address tells what it leads to: a folder, an image, a video, a text … */
function letterOf(item: Item): string {
  if (item.kind !== 'file') return 'f';
  if (isPicture(item.name)) return 'i';
  const type = mimeTypeOf(item.name);
  if (type === 'application/pdf') return 'b';
  if (type.startsWith('video/')) return 'v';
  if (type.startsWith('text/')) return 't';
  return officeLetter(item.name) ?? 'u';
}
