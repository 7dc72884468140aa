import type { QueryOptions } from '../protocol/query-options';

const DEFAULT_PAGE = 200;
const LARGEST_PAGE = 1000;

/** How many a page of a list holds. */
export function pageSize({ top }: QueryOptions): number {
  return Math.min(top ?? DEFAULT_PAGE, LARGEST_PAGE);
}
