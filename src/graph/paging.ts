import * as v from 'valibot';
import { OneDriveError } from '../lib';
import type { Graph, GraphRequest, Parser } from './client';

const pageSchema = v.looseObject({
  value: v.array(v.unknown()),
  '@odata.nextLink': v.nullish(v.string()),
});

interface Page<T> {
  readonly items: readonly T[];
  readonly nextLink: string | undefined;
}

/**
 * The pages of a collection, one after the other; any of them may be empty (docs issue 10289). A repeated link ends in
 * an error instead of a circle (onedrive-api-docs 422).
 *
 * @example for await (const items of pages(graph, request, parseDriveItem)) show(items);
 */
export async function* pages<T>(
  graph: Graph,
  request: GraphRequest,
  parseItem: Parser<T>,
): AsyncGenerator<readonly T[], void, undefined> {
  for await (const { items } of readPages(graph, request, parseItem)) yield items;
}

/** Page by page, as they come. */
export async function* readPages<T>(
  graph: Graph,
  request: GraphRequest,
  parseItem: Parser<T>,
): AsyncGenerator<Page<T>, void, undefined> {
  const parse = (json: unknown) => parsePage(json, parseItem);
  const followed = new Set<string>();
  let page = await graph.get(request, parse);
  for (;;) {
    yield page;
    if (!page.nextLink) return;
    if (followed.has(page.nextLink))
      throw new OneDriveError('unexpected-answer', { serviceCode: 'repeatedNextLink' });
    followed.add(page.nextLink);
    // One page tells where the next one is.
    // oxlint-disable-next-line no-await-in-loop
    page = await graph.follow(page.nextLink, request, parse);
  }
}

function parsePage<T>(json: unknown, parseItem: Parser<T>): Page<T> {
  const raw = v.parse(pageSchema, json);
  return { items: raw.value.map(parseItem), nextLink: raw['@odata.nextLink'] ?? undefined };
}
