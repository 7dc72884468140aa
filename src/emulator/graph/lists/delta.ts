import type { Answer } from '../protocol/answer';
import type { Drive } from '../model/drive';
import { GraphError, invalidRequest } from '../protocol/graph-error';
import type { Item } from '../model/model';
import { isWithin } from '../model/names';
import type { QueryOptions } from '../protocol/query-options';
import { unknownSegment } from '../protocol/not-emulated';
import { textArgument } from '../protocol/route';
import { isReadable } from '../sharing/access';
import type { DriveCall } from '../world';
import { changedItem, goneItem } from './delta-json';
import { deltaPreferences } from './delta-preferences';
import { deltaToken, newToken, nextToken, plainPath, roundOf, type Round } from './delta-token';
import { pageSize } from './page-size';
import { shortcutPreference } from './shortcut-preference';
import { filter, take } from './some-of';

/** `{item}/delta`: what has changed since a token, or everything. Work drives know the root's only. */
export function readDelta(call: DriveCall, top: Item, args: string): Answer {
  const { drive, options, url } = call;
  if (top.parent !== null && drive.driveType !== 'personal') {
    throw invalidRequest('Delta is supported on the root only.', 'notSupported');
  }
  if (args !== '' && textArgument(args, 'token') === undefined) throw unknownSegment(`delta(${args})`);
  refuseOptions(options);
  const round = roundOf(call, deltaToken(url, args));
  const { shows } = shortcutPreference(call.request);
  const visible = (items: Iterable<Item>): Iterable<Item> =>
    filter(items, (item) => shows(item) && isReadable(call, item));
  const size = pageSize(options);
  const changes = take(visible(changesIn(round, drive, top)), size + 1);
  const page = changes.slice(0, size);
  const more = page.length < changes.length;
  const token = more
    ? nextToken(drive, { ...round, position: page.at(-1)?.changed ?? round.position })
    : newToken(drive);
  const { headers, showSharingChanges } = deltaPreferences(call);
  const tell = (item: Item): object => ({
    ...(item.removed || !isWithin(item, top) ? goneItem(call, item) : changedItem(call, item)),
    ...(showSharingChanges && (item.sharingChanged ?? 0) > round.start
      ? { '@microsoft.graph.sharedChanged': 'True' }
      : {}),
  });
  return {
    status: 200,
    headers,
    context: 'Collection(microsoft.graph.driveItem)',
    body: {
      [more ? '@odata.nextLink' : '@odata.deltaLink']: link(call, token),
      value: [...visible(foldersAbove(call, { top, page, round })), ...page].map(tell),
    },
  };
}

/** What has changed costs less than everything. */
export function deltaCost(url: URL, [args = '']: readonly string[]): number {
  return deltaToken(url, args) === null ? 2 : 1;
}

function refuseOptions({ filter: asked, orderBy, skip, count }: QueryOptions): void {
  if (asked === null && orderBy === null && skip === null && count === null) return;
  throw new GraphError(400, 'notSupported', 'Delta knows no $filter, $orderby, $skip and $count.', {
    inner: 'invalidQueryOption',
  });
}

/** In the order of their last change: whatever changes while pages are read comes again at the end. */
function changesIn({ position, start, begun, time }: Round, drive: Drive, top: Item): Iterable<Item> {
  const changes = drive.changedSince(position);
  // What a drive began with is known by its own dates only.
  if (start === 0 && time !== undefined) {
    return filter(changes, (item) => item.removed || item.modified >= time);
  }
  // To somebody who began with nothing, what had gone by then was never there.
  const known = start === 0 ? begun : start;
  return filter(
    changes,
    (item) => (isWithin(item, top) && (!item.removed || item.changed > known)) || hasLeft(item, top, known),
  );
}

function hasLeft(item: Item, top: Item, since: number): boolean {
  return item.left?.some(({ folder, at }) => at > since && isWithin(folder, top)) === true;
}

interface Page {
  readonly top: Item;
  readonly page: readonly Item[];
  readonly round: Round;
}

/** On later rounds the folders above a change come too, unless a header says not to. */
function foldersAbove({ request }: DriveCall, { top, page, round }: Page): Iterable<Item> {
  const above = new Set<Item>();
  if (round.start === 0 || request.headers.get('deltaexcludeparent')?.toLowerCase() === 'true') return above;
  for (const item of page) {
    if (item.removed || item === top || !isWithin(item, top)) continue;
    for (let at = item.parent; at !== null; at = at === top ? null : at.parent) above.add(at);
  }
  for (const item of page) above.delete(item);
  return above;
}

/** Clients take `token` out of the link, so it stands in the query by this name. */
function link({ url, world }: DriveCall, token: string): string {
  const kept = [...url.searchParams].filter(([name]) => name !== 'token');
  const query = [...kept, ['token', token]].map(
    ([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`,
  );
  return `${world.ports.origins.graph}${plainPath(url)}?${query.join('&')}`;
}
