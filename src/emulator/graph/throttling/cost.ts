import type { QueryOptions } from '../protocol/query-options';
import type { FoundRoute } from '../protocol/route';

const PERMISSIONS = 5;

/** What a call costs in resource units (protocol 7.4); permissions brought along cost what they cost alone. */
export function costOf<C>(
  { route: { cost }, args }: FoundRoute<C>,
  { url, options }: { readonly url: URL; readonly options: QueryOptions },
): number {
  const own = typeof cost === 'number' ? cost : cost(url, args);
  return options.expand.some(({ name }) => name === 'permissions') ? Math.max(own, PERMISSIONS) : own;
}
