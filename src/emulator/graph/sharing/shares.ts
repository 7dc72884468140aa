import { itemJson, ownerIdentity } from '../items/item-json';
import { webUrlOf } from '../items/web-urls';
import { base64Url } from '../model/ids';
import type { Answer } from '../protocol/answer';
import { GraphError, itemNotFound } from '../protocol/graph-error';
import type { Call, DriveCall } from '../world';
import { grant } from './grant';
import { openShare, preference, type OpenShare } from './open-share';
import { shareIdOf } from './permission-json';
import { permissionAnswer } from './permissions';

/** `GET /shares/{id}`: the resource that stands for what is shared. */
export function readShare(call: Call, id: string): Answer {
  const share = openShare(call, id, 'read');
  const { drive, item } = share;
  const webUrl = webUrlOf(call.world.ports.origins.bytes, drive, item);
  const body = {
    id: share.link === undefined ? `u!${base64Url(webUrl)}` : shareIdOf(call.world, drive, share.link),
    name: item.parent === null ? 'OneDrive' : item.name,
    owner: ownerIdentity(drive.owner),
    ...expandedItem(call, share),
  };
  return { status: 200, headers: applied(call), context: 'shares/$entity', body };
}

/** `$expand=driveItem` or, as it was called before, `root`. */
function expandedItem(call: Call, share: OpenShare): Record<string, unknown> {
  const names = { driveitem: 'driveItem', root: 'root' } as const;
  const expanded = call.options.expand.flatMap(({ name, select }) => {
    const property = Object.entries(names).find(([each]) => each === name)?.[1];
    if (property === undefined) return [];
    const options = { ...call.options, expand: [], select };
    return [[property, itemJson({ ...inShare(call, share), options }, share.item)]];
  });
  return Object.fromEntries(expanded);
}

/** `GET /shares/{id}/permission`: the link itself. */
export function readSharePermission(call: Call, id: string): Answer {
  const share = openShare(call, id, 'read');
  if (share.link === undefined) throw itemNotFound();
  return permissionAnswer(inShare(call, share), { permission: share.link, from: share.item }, share.item);
}

/** `POST /shares/{id}/permission/grant` */
export function grantShare(call: Call, id: string): Answer {
  const share = openShare(call, id, 'write');
  if (share.link === undefined) throw itemNotFound();
  return grant(inShare(call, share), share.item, share.link);
}

/** `GET /shares/{id}/items`: only single ones of them can be read. */
export function refuseEnumeration(): never {
  throw new GraphError(400, 'notSupported', 'The items of a share cannot be enumerated.');
}

/** What is found through a share is told with the owner's drive. */
export function inShare(call: Call, { drive, opened }: OpenShare): DriveCall {
  return { ...call, drive, base: `/drives/${drive.id}`, opened };
}

/** Tells that the answer heeds what the request preferred. */
export function applied(call: Pick<Call, 'request'>): Record<string, string> {
  const preferred = preference(call);
  return preferred === undefined ? {} : { 'Preference-Applied': preferred };
}
