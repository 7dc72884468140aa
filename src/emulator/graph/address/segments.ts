import { invalidRequest } from '../protocol/graph-error';

/** OData's own way to write a key, with quotes doubled in it; Graph's documentation writes `items/01ABC`. */
const KEYED = /^(\w+)\('((?:[^']|'')*)'\)$/;

/** The segments of a path, decoded; a key in brackets, `items('01ABC')`, is a segment of its own. */
export function readSegments(path: string): readonly string[] {
  const segments: string[] = [];
  // From colon to colon stand names of items: `items('1')` is one that a file may have.
  let amongNames = false;
  for (const written of path.split('/')) {
    const segment = decode(written);
    if (segment === '') continue;
    segments.push(...(amongNames ? [segment] : withKeyApart(segment)));
    if (segment.endsWith(':')) amongNames = !amongNames;
  }
  return segments;
}

function withKeyApart(segment: string): readonly string[] {
  const [, collection, key] = KEYED.exec(segment) ?? [];
  if (collection === undefined || key === undefined) return [segment];
  return [collection, key.replaceAll("''", "'")];
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw invalidRequest('The URL holds a malformed percent-encoding.', 'invalidPath');
  }
}
