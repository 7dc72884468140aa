import type { Drive } from './drive';
import { GraphError } from '../protocol/graph-error';
import type { Item } from './model';
import { contentTag } from './versions';

export function eTagOf(item: Item): string {
  return `"{${item.guid.toUpperCase()}},${item.version}"`;
}

/** Folders of work drives have none, nor has a root; those of personal drives stay at 0. */
export function cTagOf(drive: Drive, item: Item): string | undefined {
  if (item.kind === 'file') return cTag(item, contentTag(item));
  return drive.driveType === 'personal' && item.parent !== null ? cTag(item, 0) : undefined;
}

export function cTag({ guid }: Item, n: number): string {
  return `"c:{${guid.toUpperCase()}},${n}"`;
}

/** Throws 412 unless the request's If-Match and If-None-Match allow the change. */
export function checkPreconditions(request: Request, drive: Drive, item: Item | undefined): void {
  checkIfMatch(request.headers.get('if-match') ?? undefined, drive, item);
  const ifNoneMatch = request.headers.get('if-none-match');
  if (ifNoneMatch !== null && item !== undefined && namesVersion(ifNoneMatch, drive, item)) throw changed();
}

/** Throws 412 unless the item is still there and goes by that tag. */
export function checkIfMatch(ifMatch: string | undefined, drive: Drive, item: Item | undefined): void {
  if (ifMatch !== undefined && (item === undefined || !namesVersion(ifMatch, drive, item))) throw changed();
}

/** True when a GET may be answered with 304. */
export function isUnchanged(request: Request, drive: Drive, item: Item): boolean {
  const ifNoneMatch = request.headers.get('if-none-match');
  return ifNoneMatch !== null && namesVersion(ifNoneMatch, drive, item);
}

// A tag holds commas and may have lost its quotes on the way, so the header is not split.
function namesVersion(header: string, drive: Drive, item: Item): boolean {
  if (header.trim() === '*') return true;
  return [eTagOf(item), cTagOf(drive, item)].some((tag) => {
    if (tag === undefined) return false;
    const bare = tag.slice(1, -1);
    const at = header.indexOf(bare);
    return at >= 0 && !/[\d]/.test(header.charAt(at + bare.length));
  });
}

function changed(): GraphError {
  return new GraphError(
    412,
    'resourceModified',
    'The resource has changed since the caller last read it; usually an eTag mismatch',
    { inner: 'entityTagDoesNotMatch' },
  );
}
