import type { Answer } from '../protocol/answer';
import type { Drive } from '../model/drive';
import { invalidRequest } from '../protocol/graph-error';
import { base64Url, fromBase64Url } from '../model/ids';
import { expandedItemJson } from '../items/expanded-item';
import type { Item } from '../model/model';
import { foldName } from '../model/names';
import { descendants } from '../model/tree';
import { unknownSegment } from '../protocol/not-emulated';
import { textArgument } from '../protocol/route';
import { isReadable } from '../sharing/access';
import type { DriveCall } from '../world';
import { pageSize } from './page-size';
import { shortcutPreference } from './shortcut-preference';
import { filter, leastOf } from './some-of';

/** Business hits come without these: the item must be read again before acting on it. */
const OMITTED = new Set(['createdBy', 'lastModifiedBy', 'parentReference']);

/** Items whose names hold every word, newest first. Work drives ignore the folder asked, as they do. */
export function search(call: DriveCall, folder: Item, args: string): Answer {
  const text = textArgument(args, 'q');
  if (text === undefined) throw unknownSegment(`search(${args})`);
  const { drive, options } = call;
  const { shows, headers } = shortcutPreference(call.request);
  const words = foldName(text)
    .split(/[\s*]+/)
    .filter(Boolean);
  const within = drive.driveType === 'personal' ? folder : drive.root;
  const ending = options.skipToken === null ? null : readToken(options.skipToken);
  const size = pageSize(options);
  const wanted = filter(
    hitsOf(drive, within, words),
    (item) => shows(item) && (ending === null || newestFirst(ending, item) < 0) && isReadable(call, item),
  );
  const found = leastOf(wanted, size + 1, newestFirst);
  const page = found.slice(0, size);
  const last = page.at(-1);
  const more = last !== undefined && found.length > size;
  return {
    status: 200,
    headers,
    context: 'Collection(driveItem)',
    body: {
      ...(more ? { '@odata.nextLink': nextLink(call, last) } : {}),
      value: page.map((item) => hitJson(call, item)),
    },
  };
}

/** What a hit is ranked by. */
type Rank = Pick<Item, 'modified' | 'number'>;

function newestFirst(a: Rank, b: Rank): number {
  return b.modified - a.modified || a.number - b.number;
}

interface Hits {
  readonly within: Item;
  readonly words: string;
  readonly sequence: number;
  readonly items: readonly Item[];
}

/** Of each drive the last search, for its next page: looking through a million names takes a while. */
const remembered = new WeakMap<Drive, Hits>();

function hitsOf(drive: Drive, within: Item, words: readonly string[]): readonly Item[] {
  const query = { within, words: words.join(' '), sequence: drive.sequence() };
  const last = remembered.get(drive);
  if (last?.within === within && last.words === query.words && last.sequence === query.sequence) {
    return last.items;
  }
  const items: Item[] = [];
  for (const item of descendants(within)) {
    if (item === within) continue;
    const name = foldName(item.name);
    if (words.every((word) => name.includes(word))) items.push(item);
  }
  remembered.set(drive, { ...query, items });
  return items;
}

function hitJson(call: DriveCall, item: Item): Record<string, unknown> {
  const json: Record<string, unknown> = expandedItemJson(call, item);
  if (call.options.select?.has('searchResult') !== false) json['searchResult'] = {};
  if (call.drive.driveType === 'personal') return json;
  return Object.fromEntries(Object.entries(json).filter(([name]) => !OMITTED.has(name)));
}

function nextLink(call: DriveCall, { modified, number }: Rank): string {
  const url = new URL(`${call.world.ports.origins.graph}${call.url.pathname}${call.url.search}`);
  for (const name of ['$skiptoken', 'skiptoken']) url.searchParams.delete(name);
  url.searchParams.set('$skiptoken', base64Url(`s ${modified} ${number}`));
  return url.href;
}

function readToken(token: string): Rank {
  const [, modified, number] = /^s (-?\d+) (\d+)$/.exec(fromBase64Url(token) ?? '') ?? [];
  if (modified === undefined || number === undefined) {
    throw invalidRequest('The skip token is not valid.', 'invalidQueryOption');
  }
  return { modified: Number(modified), number: Number(number) };
}
