import { itemPath, pages, parseVersion, type DriveItem, type FileVersion, type Graph } from '../../graph';

/** Newest first: the first is what the file is now. */
export async function readVersions(
  graph: Graph,
  item: DriveItem,
  signal: AbortSignal,
): Promise<readonly FileVersion[]> {
  const request = { path: `${itemPath(item)}/versions`, access: 'read', together: true, signal } as const;
  const versions: FileVersion[] = [];
  for await (const page of pages(graph, request, parseVersion)) versions.push(...page);
  return versions;
}
