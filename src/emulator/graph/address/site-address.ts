/** Which site a request means. */
export type SiteRef =
  | { readonly by: 'root' }
  /** `host,siteId,webId`, the site's GUID alone, or a host name. */
  | { readonly by: 'id'; readonly id: string }
  | { readonly by: 'path'; readonly host: string; readonly path: string }
  | { readonly by: 'group'; readonly group: string };

/** What follows `sites/`: `root`, an id, or `{host}:/{path}`, which runs to the next colon or to the end. */
export function parseSite(segments: readonly string[]): {
  readonly site: SiteRef;
  readonly rest: readonly string[];
} {
  const [head = '', ...rest] = segments;
  if (head.toLowerCase() === 'root') return { site: { by: 'root' }, rest };
  if (!head.endsWith(':')) return { site: { by: 'id', id: head }, rest };
  const closing = rest.findIndex((segment) => segment.endsWith(':'));
  const names = closing < 0 ? rest : [...rest.slice(0, closing), rest[closing]?.slice(0, -1) ?? ''];
  const path = names
    .filter((name) => name !== '')
    .map((name) => `/${name}`)
    .join('');
  return {
    site: { by: 'path', host: head.slice(0, -1), path },
    rest: closing < 0 ? [] : rest.slice(closing + 1),
  };
}
