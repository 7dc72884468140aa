import type { Answer } from '../protocol/answer';
import type { Drive } from '../model/drive';
import { GraphError, invalidRequest } from '../protocol/graph-error';
import { base64Url, fromBase64Url } from '../model/ids';
import { itemProperties } from '../items/item-json';
import type { Item } from '../model/model';
import { textArgument, unknownSegment } from '../protocol/route';
import type { DriveCall } from '../world';
import { filter, take } from './some-of';

const DEFAULT_PAGE = 200;
const LARGEST_PAGE = 1000;

/** `{root}/delta`: what has changed since a token, or everything. Work drives know the root's only. */
export function readDelta(call: DriveCall, item: Item, args: string): Answer {
  const { drive, options, url } = call;
  if (item.parent !== null) throw invalidRequest('Delta is supported on the root only.', 'notSupported');
  const token = tokenOf(url, args);
  if (args !== '' && textArgument(args, 'token') === undefined) throw unknownSegment(`delta(${args})`);
  const since = token === null ? 0 : token === 'latest' ? drive.sequence() : readToken(call, token);
  const size = Math.min(options.top ?? DEFAULT_PAGE, LARGEST_PAGE);
  const changes = take(changesSince(drive, since), size + 1);
  const page = changes.slice(0, size);
  const more = page.length < changes.length;
  const last = more ? (page.at(-1)?.changed ?? since) : drive.sequence();
  return {
    status: 200,
    context: 'Collection(driveItem)',
    body: {
      [more ? '@odata.nextLink' : '@odata.deltaLink']: link(call, last),
      value: [...ancestors(call, page, since), ...page.map((item) => changeJson(call, item))],
    },
  };
}

function tokenOf(url: URL, args: string): string | null {
  return textArgument(args, 'token') ?? url.searchParams.get('token');
}

/** What has changed costs less than everything. */
export function deltaCost(url: URL, [args = '']: readonly string[]): number {
  return tokenOf(url, args) === null ? 2 : 1;
}

/** In the order of their last change: whatever changes while pages are read comes again at the end. */
function changesSince(drive: Drive, since: number): Iterable<Item> {
  const changes = drive.changedSince(since);
  // To somebody who never saw it, what is gone was never there.
  return since === 0 ? filter(changes, (item) => !item.removed) : changes;
}

/** On later rounds the folders above a change come too, unless a header says not to. */
function ancestors(call: DriveCall, page: readonly Item[], since: number): object[] {
  if (since === 0 || call.request.headers.get('deltaexcludeparent')?.toLowerCase() === 'true') return [];
  const above = new Set<Item>();
  for (const item of page) {
    if (item.removed) continue;
    for (let at = item.parent; at !== null; at = at.parent) above.add(at);
  }
  for (const item of page) above.delete(item);
  return [...above].map((item) => itemInDelta(call, item));
}

function changeJson(call: DriveCall, item: Item): object {
  if (!item.removed) return itemInDelta(call, item);
  const { drive } = call;
  // The service tells neither name nor cTag of what is gone; whether it was a file it does, and
  // clients that synchronize pass over an item that is neither file nor folder.
  return {
    id: item.id,
    ...(drive.driveType === 'personal' ? {} : { size: 0 }),
    ...(item.kind === 'folder' ? { folder: { childCount: 0 } } : { file: {} }),
    deleted: { state: 'deleted' },
    fileSystemInfo: {},
    parentReference: { driveType: drive.driveType, driveId: drive.id, id: item.parent?.id },
  };
}

function itemInDelta(call: DriveCall, item: Item): object {
  return itemProperties({ ...call, base: `/drives/${call.drive.id}` }, item);
}

/** Clients take `token` out of the link, so it stands in the query by this name. */
function link(call: DriveCall, position: number): string {
  const path = call.url.pathname.replace(/delta(\(.*\))?\/*$/i, 'delta');
  const kept = [...call.url.searchParams].filter(([name]) => name !== 'token');
  const token = base64Url(`n;${call.drive.epoch};${position}`);
  const query = [...kept, ['token', token]].map(
    ([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`,
  );
  return `${call.world.ports.origins.graph}${path}?${query.join('&')}`;
}

function readToken(call: DriveCall, token: string): number {
  const { drive } = call;
  const [kind, epoch, position] = (fromBase64Url(token) ?? '').split(';');
  if (kind === 'n' && epoch === drive.epoch && Number(position) <= drive.sequence()) return Number(position);
  const path = call.url.pathname.replace(/delta(\(.*\))?\/*$/i, 'delta');
  throw new GraphError(
    410,
    'resyncRequired',
    'Resync required. Replace any local items with the server’s version.',
    {
      inner: 'resyncChangesApplyDifferences',
      headers: { Location: `${call.world.ports.origins.graph}${path}` },
    },
  );
}
