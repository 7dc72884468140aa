/** The words of Graph's addresses. Whatever else stands in one may be an id or a name. */
const WORDS = new Set(
  (
    '$batch checkin checkout children content copy createLink createUploadSession delta drive driveItem drives follow ' +
    'groups invite items me permissions preview recent restoreVersion root search shares sites special thumbnails users ' +
    'versions'
  ).split(' '),
);

/** The path of a request, without version, query, ids and names: `/me/drive/root:/{path}:/content`. */
export function routeOf(url: string, root: string): string {
  return new URL(url).pathname
    .slice(new URL(root).pathname.replace(/\/$/, '').length)
    .replaceAll(/:\/.*?(:|$)/g, ':/{path}$1')
    .replaceAll(/\(.*?\)/g, '')
    .replaceAll(/[^/:]+/g, (part) => (WORDS.has(part) || part === '{path}' ? part : '{id}'));
}
