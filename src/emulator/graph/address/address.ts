import { badRequest, invalidRequest } from '../protocol/graph-error';
import { readSegments } from './segments';
import { parseSite, type SiteRef } from './site-address';

/** Whose drives a request means. */
export type OwnerRef =
  | { readonly by: 'me' }
  | { readonly by: 'user'; readonly user: string }
  | { readonly by: 'group'; readonly group: string }
  | { readonly by: 'site'; readonly site: SiteRef };

/** Which drive a request means: somebody's usual one, or any by its id, be it told whose it is or not. */
export type DriveRef =
  OwnerRef | { readonly by: 'id'; readonly id: string; readonly of: OwnerRef | undefined };

/** From where in the drive a path starts. */
export type ItemStart =
  | { readonly by: 'root' }
  | { readonly by: 'id'; readonly id: string }
  | { readonly by: 'special'; readonly name: string };

/** Which item of a drive, or of what a share opens, and what of it. */
export interface ItemAddress {
  readonly start: ItemStart;
  /** Names below the start, decoded. */
  readonly path: readonly string[];
  /** What follows the item, e.g. `children` or `thumbnails`, `0`, `large`. */
  readonly action: readonly string[];
}

/** A Graph URL, taken apart. Every form of addressing (protocol 2.1) ends here. */
export type Address =
  | { readonly kind: 'service'; readonly segments: readonly string[] }
  | { readonly kind: 'site'; readonly site: SiteRef; readonly action: readonly string[] }
  | { readonly kind: 'drive'; readonly drive: DriveRef; readonly action: readonly string[] }
  | ({ readonly kind: 'item'; readonly drive: DriveRef } & ItemAddress)
  | ({ readonly kind: 'share'; readonly share: string } & ItemAddress);

/** `path` is what follows `/v1.0`, still percent-encoded. */
export function parseAddress(path: string): Address {
  const segments = readSegments(path);
  return addressIn(segments) ?? { kind: 'service', segments: segments.map(unqualified) };
}

/** What lies in a drive or a site; undefined for anything else of the service. */
function addressIn(segments: readonly string[]): Address | undefined {
  const [first = '', second = ''] = segments;
  switch (first.toLowerCase()) {
    case 'me':
      return inDrivesOf({ by: 'me' }, segments.slice(1));
    case 'drive':
      return inDrive({ by: 'me' }, segments.slice(1));
    case 'drives':
      return inDrivesOf(undefined, segments);
    case 'users':
      return inDrivesOf({ by: 'user', user: second }, segments.slice(2));
    case 'shares': {
      const item = itemOfShare(segments.slice(2));
      return item === undefined ? undefined : { kind: 'share', share: second, ...item };
    }
    case 'groups':
      if (segments.slice(2, 4).join('/').toLowerCase() === 'sites/root') {
        return inSite({ by: 'group', group: second }, segments.slice(4));
      }
      return inDrivesOf({ by: 'group', group: second }, segments.slice(2));
    case 'sites': {
      if (second === '') return undefined;
      const { site, rest } = parseSite(segments.slice(1));
      return inSite(site, rest);
    }
    default:
      return undefined;
  }
}

/** `drive`: the one that is meant where none is named; `drives/{id}`: any. */
function inDrivesOf(owner: OwnerRef | undefined, segments: readonly string[]): Address | undefined {
  const [first = '', id = ''] = segments;
  if (first.toLowerCase() === 'drive' && owner !== undefined) return inDrive(owner, segments.slice(1));
  if (first.toLowerCase() === 'drives' && id !== '') {
    return inDrive({ by: 'id', id, of: owner }, segments.slice(2));
  }
  return undefined;
}

function inSite(site: SiteRef, segments: readonly string[]): Address {
  const lower = inDrivesOf({ by: 'site', site }, segments);
  return lower ?? { kind: 'site', site, action: segments.map(unqualified) };
}

function inDrive(drive: DriveRef, rest: readonly string[]): Address {
  const item = itemOfDrive(rest);
  if (item !== undefined) return { kind: 'item', drive, ...item };
  return { kind: 'drive', drive, action: rest.map(unqualified) };
}

function itemOfDrive(segments: readonly string[]): ItemAddress | undefined {
  const [head, ...rest] = unfoldedHead(segments);
  const [word, colon] = openEnd(head);
  switch (word.toLowerCase()) {
    case 'root':
      return itemBelow({ by: 'root' }, colon, rest);
    case 'items':
      return itemById(rest);
    case 'special': {
      const [name, open] = openEnd(rest[0] ?? '');
      return name === '' ? undefined : itemBelow({ by: 'special', name }, open, rest.slice(1));
    }
    default:
      return undefined;
  }
}

/** The root of a share is what was shared. */
function itemOfShare(segments: readonly string[]): ItemAddress | undefined {
  const [head, ...rest] = unfoldedHead(segments);
  const [word, colon] = openEnd(head);
  switch (word.toLowerCase()) {
    case 'root':
    case 'driveitem':
      return itemBelow({ by: 'root' }, colon, rest);
    case 'items':
      return rest.length === 0 ? undefined : itemById(rest);
    default:
      return undefined;
  }
}

function itemById([next = '', ...rest]: readonly string[]): ItemAddress {
  const [id, open] = openEnd(next);
  if (id === '') throw badRequest("The 'filter' query option must be provided.");
  return itemBelow(id.toLowerCase() === 'root' ? { by: 'root' } : { by: 'id', id }, open, rest);
}

/** Without the colon that opens a path, and whether there was one. */
function openEnd(segment: string): readonly [string, boolean] {
  return segment.endsWith(':') ? [segment.slice(0, -1), true] : [segment, false];
}

function unfoldedHead(segments: readonly string[]): readonly [string, ...string[]] {
  const [head = '', ...rest] = segments.flatMap((segment, index) =>
    index < 2 ? unfolded(segment) : [segment],
  );
  return [head, ...rest];
}

/** Clients made from Graph's metadata send `items/root%3A%2Fa%2Fb.txt%3A`: a whole path as if it were an id. */
function unfolded(segment: string): string[] {
  return /^[^/(]*:\//.test(segment) ? segment.split('/') : [segment];
}

/** A path runs from one colon to the next or to the end. */
function itemBelow(start: ItemStart, colon: boolean, rest: readonly string[]): ItemAddress {
  if (!colon) return itemInPlace(start, rest);
  const closing = rest.findIndex((segment) => segment.endsWith(':'));
  const names = closing < 0 ? rest : [...rest.slice(0, closing), rest[closing]?.slice(0, -1) ?? ''];
  const action = closing < 0 ? [] : rest.slice(closing + 1);
  // An encoded slash inside a segment and `.` are honoured: real clients send both.
  const path = names.flatMap((name) => name.split('/')).filter((name) => name !== '' && name !== '.');
  if (path.includes('..')) throw invalidRequest('The path may not climb.', 'invalidPath');
  return { start, path, action: action.map(unqualified) };
}

/** `children/{name}` is an item by its name, as in addresses by path. */
function itemInPlace(start: ItemStart, rest: readonly string[]): ItemAddress {
  const [head = '', name, ...action] = rest;
  if (name !== undefined && head.toLowerCase() === 'children') {
    return { start, path: [name], action: action.map(unqualified) };
  }
  return { start, path: [], action: rest.map(unqualified) };
}

function unqualified(segment: string): string {
  return segment.replace(/^microsoft\.graph\./i, '').replace(/\(\)$/, '');
}
