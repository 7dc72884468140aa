import type { Answer } from '../protocol/answer';
import { invalidRequest } from '../protocol/graph-error';
import { expandedItemJson } from '../items/expanded-item';
import type { FolderItem } from '../model/model';
import { isReadable } from '../sharing/access';
import type { DriveCall } from '../world';
import { childOrder, childrenFrom, childToken } from './child-order';
import { pageSize } from './page-size';
import { countShown, shortcutPreference } from './shortcut-preference';

/** `GET {item}/children`: one page and, while there is more, the link to the next. */
export function listChildren(call: DriveCall, folder: FolderItem): Answer {
  const { drive, options } = call;
  if (options.skip !== null)
    throw invalidRequest('$skip is not supported on this API.', 'invalidQueryOption');
  const preference = shortcutPreference(call.request);
  const order = childOrder(drive.driveType, options);
  const size = pageSize(options);
  const found = childrenFrom(folder, {
    order,
    token: options.skipToken,
    count: size + 1,
    isVisible: (item) => preference.shows(item) && isReadable(call, item),
  });
  const page = found.slice(0, size);
  const last = page.at(-1);
  const more = last !== undefined && found.length > size;
  return {
    status: 200,
    headers: preference.headers,
    context: `users('${encodeURIComponent(call.user.upn)}')/drive/items/children`,
    body: {
      ...(order.foldersOnly ? {} : { '@odata.count': countShown(drive, folder, preference) }),
      ...(more ? { '@odata.nextLink': nextLink(call, childToken(folder, order, last)) } : {}),
      value: page.map((item) => expandedItemJson(call, item)),
    },
  };
}

/** The same request with another token; every other option stays as the caller wrote it. */
function nextLink(call: DriveCall, token: string): string {
  const kept = call.url.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !/^(\$|%24)?skiptoken=/i.test(part));
  const query = [...kept, `$skiptoken=${token}`].join('&');
  return `${call.world.ports.origins.graph}${call.url.pathname}?${query}`;
}
