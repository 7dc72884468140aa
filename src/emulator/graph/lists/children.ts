import type { Answer } from '../protocol/answer';
import type { Drive } from '../model/drive';
import { sizeOf } from '../model/drive';
import { GraphError, invalidRequest } from '../protocol/graph-error';
import { base64Url } from '../model/ids';
import { itemJson } from '../items/item-json';
import type { FolderItem, Item } from '../model/model';
import type { QueryOptions } from '../protocol/query-options';
import type { DriveCall } from '../world';

const DEFAULT_PAGE = 200;
const LARGEST_PAGE = 1000;
const ORDERS = {
  business: ['name', 'url'],
  documentLibrary: ['name', 'url'],
  personal: ['name', 'size', 'lastmodifieddatetime'],
} as const;
const collator = new Intl.Collator('en', { sensitivity: 'base' });

type Key = string | number;

interface Order {
  readonly property: string;
  readonly descending: boolean;
}

/** `GET {item}/children`: one page and, while there is more, the link to the next. */
export function listChildren(call: DriveCall, folder: FolderItem): Answer {
  const { drive, options } = call;
  if (options.filter !== null) throw new GraphError(400, 'notSupported', 'Operation not supported');
  if (options.skip !== null)
    throw invalidRequest('$skip is not supported on this API.', 'invalidQueryOption');
  const order = orderOf(drive, options);
  const all = sorted(folder, order);
  const start = options.skipToken === null ? 0 : positionAfter(all, order, folder, options.skipToken);
  const size = Math.min(options.top ?? DEFAULT_PAGE, LARGEST_PAGE);
  const page = all.slice(start, start + size);
  const last = page.at(-1);
  const more = last !== undefined && start + size < all.length;
  return {
    status: 200,
    context: `users('${encodeURIComponent(call.user.upn)}')/drive/items/children`,
    body: {
      '@odata.count': all.length,
      ...(more ? { '@odata.nextLink': nextLink(call, tokenOf(folder, last, order)) } : {}),
      value: page.map((item) => itemJson(call, item)),
    },
  };
}

function orderOf(drive: Drive, options: QueryOptions): Order {
  const order = options.orderBy ?? { property: 'name', descending: false };
  const known: readonly string[] = ORDERS[drive.driveType];
  if (known.includes(order.property)) return order;
  throw invalidRequest(
    `The property '${order.property}' is not supported for OrderBy.`,
    'invalidQueryOption',
  );
}

/** Folders and files together. The usual order is remembered, because folders may be large. */
function sorted(folder: FolderItem, order: Order): readonly Item[] {
  if (!order.descending && order.property === 'name' && folder.sorted !== undefined) return folder.sorted;
  const items = [...folder.children.values()].sort((a, b) =>
    compare(order, keyOf(a, order), a.id, keyOf(b, order), b.id),
  );
  if (!order.descending && order.property === 'name') folder.sorted = items;
  return items;
}

function keyOf(item: Item, order: Order): Key {
  if (order.property === 'size') return sizeOf(item);
  return order.property === 'lastmodifieddatetime' ? item.modified : item.name;
}

function compare(order: Order, a: Key, aId: string, b: Key, bId: string): number {
  const byKey =
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  const result = byKey === 0 ? Number(aId > bId) - Number(aId < bId) : byKey;
  return order.descending ? -result : result;
}

// The token names the last item told, not a position: what is added or removed meanwhile
// must neither repeat nor hide other items.
function tokenOf(folder: FolderItem, last: Item, order: Order): string {
  const key = keyOf(last, order);
  const parts = [folder.id, last.id, typeof key === 'number' ? 'n' : 's', encodeURIComponent(String(key))];
  return base64Url(parts.join(' '));
}

function positionAfter(all: readonly Item[], order: Order, folder: FolderItem, token: string): number {
  const [folderId, id, type, key] = decodeToken(token).split(' ');
  if (folderId !== folder.id || id === undefined || key === undefined) {
    throw invalidRequest('The skip token is not valid.', 'invalidQueryOption');
  }
  const text = decodeURIComponent(key);
  const after: Key = type === 'n' ? Number(text) : text;
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = all[middle];
    if (item !== undefined && compare(order, keyOf(item, order), item.id, after, id) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function decodeToken(token: string): string {
  try {
    return atob(token.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    throw invalidRequest('The skip token is not valid.', 'invalidQueryOption');
  }
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
