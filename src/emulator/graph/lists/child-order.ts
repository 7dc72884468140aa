import { base64Url, fromBase64Url } from '../model/ids';
import type { FolderItem, Item } from '../model/model';
import type { DriveType } from '../model/names';
import { sizeOf } from '../model/tree';
import { GraphError, invalidRequest } from '../protocol/graph-error';
import type { QueryOptions } from '../protocol/query-options';
import { filter, leastOf, take } from './some-of';

const ORDERS = {
  business: ['name', 'url'],
  documentLibrary: ['name', 'url'],
  personal: ['name', 'size', 'lastmodifieddatetime'],
} as const;

/** What a folder's children are listed by. */
interface ChildOrder {
  readonly property: (typeof ORDERS)[DriveType][number];
  readonly descending: boolean;
  readonly foldersOnly: boolean;
}

/** Where a page ended: what its last item is listed by, and which it is among those with the same. */
interface Ending {
  readonly key: string;
  readonly number: number;
}

export function childOrder(driveType: DriveType, options: QueryOptions): ChildOrder {
  const { orderBy } = options;
  const foldersOnly = asksForFolders(driveType, options);
  const { property, descending } = orderBy ?? { property: 'name', descending: false };
  const known = ORDERS[driveType].find((each) => each === property);
  if (known !== undefined) return { property: known, descending, foldersOnly };
  throw invalidRequest(`The property '${property}' is not supported for OrderBy.`, 'invalidQueryOption');
}

/** The one filter that work drives were seen to take; all others are refused. */
function asksForFolders(driveType: DriveType, { filter: asked }: QueryOptions): boolean {
  if (asked === null) return false;
  if (driveType !== 'personal' && /^\s*folder\s+ne\s+null\s*$/.test(asked)) return true;
  throw new GraphError(400, 'notSupported', 'Operation not supported');
}

interface ChildQuery {
  readonly order: ChildOrder;
  /** Where the page before it ended. */
  readonly token: string | null;
  readonly count: number;
  readonly isVisible: (item: Item) => boolean;
}

/** So many of a folder's children, from where the token says; folders and files together. */
export function childrenFrom(folder: FolderItem, { order, token, count, isVisible }: ChildQuery): Item[] {
  const { property, descending, foldersOnly } = order;
  const ending = token === null ? null : readToken(folder, token);
  if (property === 'name' || property === 'url') {
    const name = ending?.key ?? null;
    const children = descending ? folder.children.before(name) : folder.children.after(name);
    return take(
      filter(children, (item) => (!foldersOnly || item.kind === 'folder') && isVisible(item)),
      count,
    );
  }
  const key = property === 'size' ? sizeOf : modifiedOf;
  const sign = descending ? -1 : 1;
  const compare = (a: Item, b: Item): number => sign * (key(a) - key(b) || a.number - b.number);
  const isBehind = (item: Item): boolean =>
    ending === null || sign * (key(item) - Number(ending.key) || item.number - ending.number) > 0;
  const wanted = filter(folder.children.values(), (item) => isBehind(item) && isVisible(item));
  return leastOf(wanted, count, compare);
}

function modifiedOf(item: Item): number {
  return item.modified;
}

// It names the last item told, not a position: what is added or removed meanwhile must neither repeat
// nor hide other items.
export function childToken(folder: FolderItem, { property }: ChildOrder, last: Item): string {
  const keys = { name: last.name, url: last.name, size: sizeOf(last), lastmodifieddatetime: last.modified };
  const ending = { folder: folder.id, number: String(last.number), key: String(keys[property]) };
  return base64Url(new URLSearchParams(ending).toString());
}

function readToken(folder: FolderItem, token: string): Ending {
  const ending = new URLSearchParams(fromBase64Url(token));
  const number = ending.get('number');
  const key = ending.get('key');
  if (ending.get('folder') !== folder.id || number === null || key === null) {
    throw invalidRequest('The skip token is not valid.', 'invalidQueryOption');
  }
  return { number: Number(number), key };
}
