import { siteUrlOf } from '../items/web-urls';
import { versionSeenBy } from '../model/checkout';
import { refuseMalware } from '../model/malware';
import type { Item } from '../model/model';
import type { Answer } from '../protocol/answer';
import { GraphError } from '../protocol/graph-error';
import { previewBody, readJson } from '../protocol/schemas';
import type { DriveCall } from '../world';

/** `POST {item}/preview`: an address that shows the file in a frame for a short time. */
export function previewItem(call: DriveCall, item: Item): Answer {
  const { drive, user, world } = call;
  const { page, zoom } = readJson(call, previewBody);
  if (drive.driveType === 'personal') {
    throw new GraphError(400, 'notSupported', 'Files of personal drives have no preview.');
  }
  if (item.kind !== 'file') throw new GraphError(400, 'notSupported', 'A folder has no preview.');
  refuseMalware(versionSeenBy(item, user.oid).content);
  const query = new URLSearchParams({
    UniqueId: item.guid,
    ...(page === undefined || page === null ? {} : { page: String(page) }),
    ...(zoom === undefined || zoom === null ? {} : { zoom: String(zoom) }),
    tempauth: world.views.issue({ drive, file: item, viewer: user.oid }),
  });
  const getUrl = `${siteUrlOf(world.ports.origins.bytes, drive)}${PREVIEW_PATH}?${query}`;
  return {
    status: 200,
    context: 'microsoft.graph.itemPreviewInfo',
    body: { getUrl, postParameters: null, postUrl: null },
  };
}

export const PREVIEW_PATH = '/_layouts/15/embed.aspx';
export const EMBEDDED_PATH = '/_layouts/15/embedcontent.aspx';
