/** The last segment of a link's address, alone or as the id of a share: whoever knows it may open the link. */
const LINK_KEY = /^(s!)?E[\w-]{43}$/;

/** A path without what opens a share, so that it can be shown to whoever reads the log. */
export function tellablePath(pathname: string): string {
  const segments = pathname.split('/');
  const [, first = -1, second = -1] = segments.flatMap((segment, at) => (segment === '' ? [] : [at]));
  const collection = decoded(segments[first] ?? '').toLowerCase();
  const told = segments.map((segment, at) => {
    if (at === first && collection.startsWith('shares(')) return 'shares(…)';
    const isShare = at === second && collection === 'shares';
    return isShare || LINK_KEY.test(decoded(segment)) ? '…' : segment;
  });
  return told.join('/');
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
