import type { Answer } from '../protocol/answer';
import { descendants } from '../model/drive';
import { invalidRequest } from '../protocol/graph-error';
import { base64Url } from '../model/ids';
import { itemJson } from '../items/item-json';
import type { Item } from '../model/model';
import { foldName } from '../model/names';
import { textArgument, unknownSegment } from '../protocol/route';
import { standingOf } from '../sharing/access';
import type { DriveCall } from '../world';

const DEFAULT_PAGE = 200;
const LARGEST_PAGE = 1000;
/** Business hits come without these: the item must be read again before acting on it. */
const OMITTED = new Set(['createdBy', 'lastModifiedBy', 'parentReference']);

/** Items whose names hold every word, newest first. Work drives ignore the folder asked, as they do. */
export function search(call: DriveCall, folder: Item, args: string): Answer {
  const text = textArgument(args, 'q');
  if (text === undefined) throw unknownSegment(`search(${args})`);
  const { drive, options } = call;
  const words = foldName(text)
    .split(/[\s*]+/)
    .filter(Boolean);
  const within = drive.driveType === 'personal' ? folder : drive.root;
  const hits = descendants(within)
    .filter((item) => item !== within && words.every((word) => foldName(item.name).includes(word)))
    .filter((item) => standingOf(call.user, drive, item) !== 'nothing')
    .sort((a, b) => b.modified - a.modified || Number(a.id > b.id) - Number(a.id < b.id));
  const start = options.skipToken === null ? 0 : readToken(options.skipToken);
  const end = start + Math.min(options.top ?? DEFAULT_PAGE, LARGEST_PAGE);
  return {
    status: 200,
    context: 'Collection(driveItem)',
    body: {
      ...(end < hits.length ? { '@odata.nextLink': nextLink(call, end) } : {}),
      value: hits.slice(start, end).map((item) => hitJson(call, item)),
    },
  };
}

function hitJson(call: DriveCall, item: Item): Record<string, unknown> {
  const json: Record<string, unknown> = itemJson(call, item);
  if (call.options.select?.has('searchResult') !== false) json['searchResult'] = {};
  if (call.drive.driveType === 'personal') return json;
  return Object.fromEntries(Object.entries(json).filter(([name]) => !OMITTED.has(name)));
}

// The index of a real search moves under its reader; a position is as good a token as any.
function nextLink(call: DriveCall, position: number): string {
  const url = new URL(`${call.world.ports.origins.graph}${call.url.pathname}${call.url.search}`);
  for (const name of ['$skiptoken', 'skiptoken']) url.searchParams.delete(name);
  url.searchParams.set('$skiptoken', base64Url(`s ${position}`));
  return url.href;
}

function readToken(token: string): number {
  const position = /^[\w-]+$/.test(token) ? decoded(token) : undefined;
  if (position === undefined) throw invalidRequest('The skip token is not valid.', 'invalidQueryOption');
  return position;
}

function decoded(token: string): number | undefined {
  try {
    const digits = /^s (\d+)$/.exec(atob(token.replaceAll('-', '+').replaceAll('_', '/')))?.[1];
    return digits === undefined ? undefined : Number(digits);
  } catch {
    return undefined;
  }
}
