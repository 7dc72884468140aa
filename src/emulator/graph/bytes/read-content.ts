import { createDownloadUrl } from '../items/item-json';
import { isUnchanged } from '../model/item-tags';
import type { Item } from '../model/model';
import { redirect, type Answer } from '../protocol/answer';
import { GraphError } from '../protocol/graph-error';
import type { DriveCall } from '../world';

/** `GET {item}/content`: the bytes are elsewhere, behind a short-lived URL. */
export function readContent(call: DriveCall, item: Item): Answer {
  if (item.kind === 'folder') throw new GraphError(400, 'notSupported', 'A folder has no content.');
  if (call.url.searchParams.has('format')) {
    throw new GraphError(406, 'notSupported', 'The emulator does not convert files.', {
      inner: 'invalidAcceptType',
    });
  }
  if (isUnchanged(call.request, call.drive, item)) return { status: 304 };
  return redirect(createDownloadUrl(call, item));
}
