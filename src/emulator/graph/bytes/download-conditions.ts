import type { Download } from './download';

/** What the conditional headers of a request say of a file, in the order of RFC 9110, 13.2.2. */
export function conditionOf(request: Request, file: Download): 'changed' | 'unchanged' | 'none' {
  const ifMatch = request.headers.get('if-match');
  if (ifMatch !== null) {
    if (!namesExactly(ifMatch, file)) return 'changed';
  } else if (isLater(file, request.headers.get('if-unmodified-since')) === true) return 'changed';
  const ifNoneMatch = request.headers.get('if-none-match');
  if (ifNoneMatch !== null) return namesExactly(ifNoneMatch, file) ? 'unchanged' : 'none';
  return isLater(file, request.headers.get('if-modified-since')) === false ? 'unchanged' : 'none';
}

/** Whether a range may be sent: If-Range is a tag or a date, and must be the file's own. */
export function rangeHolds(request: Request, file: Download): boolean {
  const ifRange = request.headers.get('if-range');
  if (ifRange === null || ifRange === file.eTag) return true;
  return !ifRange.includes('"') && Date.parse(ifRange) === wholeSeconds(file.modified);
}

function namesExactly(header: string, { eTag }: Download): boolean {
  // The tags themselves hold commas.
  return header.trim() === '*' || [...header.matchAll(/"[^"]*"/g)].some(([tag]) => tag === eTag);
}

/** Undefined where the header is missing or no date. */
function isLater({ modified }: Download, header: string | null): boolean | undefined {
  const at = header === null ? Number.NaN : Date.parse(header);
  return Number.isNaN(at) ? undefined : wholeSeconds(modified) > at;
}

/** HTTP's dates know no less. */
function wholeSeconds(at: number): number {
  return Math.floor(at / 1000) * 1000;
}
