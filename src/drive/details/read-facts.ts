import {
  FACT_FIELDS,
  itemPath,
  parseItemFacts,
  type DriveItem,
  type Graph,
  type ItemFacts,
  type ItemReference,
} from '../../graph';

/** A shortcut's facts are those of what it stands for. */
export function contentOf(item: DriveItem): ItemReference {
  return item.remoteItem ?? item;
}

/** @param more what else is asked for in the same request */
export function readFacts(
  graph: Graph,
  item: DriveItem,
  signal: AbortSignal,
  more: Readonly<Record<string, string>> = {},
): Promise<ItemFacts> {
  const query = { $select: FACT_FIELDS, ...more };
  const path = itemPath(contentOf(item));
  return graph.get({ path, query, access: 'read', together: true, signal }, parseItemFacts);
}
