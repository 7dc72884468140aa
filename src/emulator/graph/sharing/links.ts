import * as v from 'valibot';
import { personSlug } from '../items/web-urls';
import type { Drive } from '../model/drive';
import { secret } from '../model/ids';
import { isPicture, mimeTypeOf, officeLetter } from '../model/mime-types';
import type { Item, LinkPermission } from '../model/model';
import type { Answer } from '../protocol/answer';
import { invalidRequest } from '../protocol/graph-error';
import { readJson } from '../protocol/schemas';
import type { DriveCall } from '../world';
import { addPermission, checkStillThere, permissionAnswer } from './permissions';

const createLinkBody = v.looseObject({
  type: v.optional(v.nullable(v.picklist(['view', 'edit', 'embed']))),
  scope: v.optional(v.nullable(v.picklist(['anonymous', 'organization', 'users']))),
});
/** A tenant decides it; this one has Microsoft's own defaults. */
const DEFAULT_SCOPE = {
  business: 'organization',
  documentLibrary: 'organization',
  personal: 'anonymous',
} as const;

/** `POST {item}/createLink`: 201 for a new link, 200 for one that the item has already. */
export async function createLink(call: DriveCall, item: Item): Promise<Answer> {
  const { drive, world } = call;
  const body = await readJson(call.request, createLinkBody);
  checkStillThere(drive, item);
  const type = body.type ?? 'view';
  const scope = body.scope ?? DEFAULT_SCOPE[drive.driveType];
  if (type === 'embed' && drive.driveType !== 'personal') {
    throw invalidRequest('Links to embed are for personal drives only.', 'badArgument');
  }
  if (scope === 'organization' && drive.driveType === 'personal') {
    throw invalidRequest('A personal drive belongs to no organization.', 'badArgument');
  }
  const existing = item.permissions?.find(
    (each) => each.kind === 'link' && each.type === type && each.scope === scope,
  );
  if (existing !== undefined) return permissionAnswer(drive, { kind: 'own', permission: existing });
  const permission: LinkPermission = {
    kind: 'link',
    id: crypto.randomUUID(),
    type,
    scope,
    webUrl: linkUrl(world.ports.origins.bytes, drive, item),
    at: world.ports.now(),
    redeemedBy: new Set(),
  };
  addPermission(drive, item, permission);
  return permissionAnswer(drive, { kind: 'own', permission }, 201);
}

/** The service's two forms, on the emulator's own host: a click leads to no real service. */
function linkUrl(bytes: string, drive: Drive, item: Item): string {
  const key = `E${secret()}`;
  if (drive.driveType === 'personal') return `${bytes}/${letterOf(item)}/c/${drive.id}/${key}`;
  return `${bytes}/:${letterOf(item)}:/g/personal/${personSlug(drive)}/${key}`;
}

/** By this letter an address tells what it leads to: a folder, an image, a video, a text … */
function letterOf(item: Item): string {
  if (item.kind === 'folder') return 'f';
  if (isPicture(item.name)) return 'i';
  const type = mimeTypeOf(item.name);
  if (type === 'application/pdf') return 'b';
  if (type.startsWith('video/')) return 'v';
  if (type.startsWith('text/')) return 't';
  return officeLetter(item.name) ?? 'u';
}
