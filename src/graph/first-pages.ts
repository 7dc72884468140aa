import type { Graph, GraphRequest, Parser } from './client';
import { readPages } from './paging';

/** As many pages of a collection as are worth it, and whether that was all of it. @param most at least one */
export async function firstPages<T>(
  graph: Graph,
  request: GraphRequest,
  parseItem: Parser<T>,
  most: number,
): Promise<{ readonly items: readonly T[]; readonly isComplete: boolean }> {
  const items: T[] = [];
  let read = 0;
  for await (const page of readPages(graph, request, parseItem)) {
    items.push(...page.items);
    read += 1;
    if (page.nextLink && read >= most) return { items, isComplete: false };
  }
  return { items, isComplete: true };
}
