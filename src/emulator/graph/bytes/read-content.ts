import { createDownloadUrl } from '../items/item-json';
import { versionSeenBy } from '../model/checkout';
import { isUnchanged } from '../model/item-tags';
import { refuseMalware } from '../model/malware';
import type { Item } from '../model/model';
import { redirect, type Answer } from '../protocol/answer';
import { GraphError } from '../protocol/graph-error';
import type { DriveCall } from '../world';
import { convertedContent } from './convert';

/** `GET {item}/content`: the bytes are elsewhere, behind a short-lived URL. */
export function readContent(call: DriveCall, item: Item): Answer {
  if (item.kind !== 'file') throw new GraphError(400, 'notSupported', 'A folder has no content.');
  refuseMalware(versionSeenBy(item, call.user.oid).content);
  if (isUnchanged(call.request, call.drive, item)) return { status: 304 };
  const format = call.url.searchParams.get('format');
  if (format !== null) return convertedContent(call, item, format);
  return redirect(createDownloadUrl(call, item));
}
