import {
  FACT_FIELDS,
  itemPath,
  pages,
  parseItemFacts,
  parseVersion,
  type DriveItem,
  type FileVersion,
  type Graph,
  type ItemReference,
} from '../../graph';
import type { Environment } from '../../lib';
import { createSection } from './create-section';
import type { Details } from './details';
import { downloadVersion } from './download-version';

export interface DetailsOptions {
  readonly graph: Graph;
  readonly environment: Environment;
}

/** What is asked at the same time goes as one request. */
export function createDetails({ graph, environment }: DetailsOptions): Details {
  const facts = createSection(environment, (item, signal) =>
    graph.get(
      {
        path: itemPath(contentOf(item)),
        query: { $select: FACT_FIELDS, $expand: 'thumbnails' },
        access: 'read',
        together: true,
        signal,
      },
      parseItemFacts,
    ),
  );
  const versions = createSection(environment, (item, signal) => readVersions(graph, item, signal));
  const sections = [facts, versions];
  const endOnline = environment.online.subscribe(() => {
    if (!environment.online.get()) return;
    for (const section of sections) {
      const state = section.state.get();
      if (state.status === 'failed' && state.error.code === 'offline') section.retry();
    }
  });
  return {
    facts,
    versions,
    follow: (item) => {
      // A site or a team is no item of a drive.
      facts.follow(item?.elsewhere ? undefined : item);
      // Folders have none.
      versions.follow(item?.file && !item.remoteItem ? item : undefined);
    },
    downloadVersion: (item, version, signal) =>
      downloadVersion({ graph, environment }, item, version, signal),
    dispose: () => {
      endOnline();
      for (const section of sections) section.clear();
    },
  };
}

/** A shortcut's facts are those of what it stands for. */
function contentOf(item: DriveItem): ItemReference {
  return item.remoteItem ?? item;
}

async function readVersions(
  graph: Graph,
  item: DriveItem,
  signal: AbortSignal,
): Promise<readonly FileVersion[]> {
  const request = { path: `${itemPath(item)}/versions`, access: 'read', together: true, signal } as const;
  const versions: FileVersion[] = [];
  for await (const page of pages(graph, request, parseVersion)) versions.push(...page);
  return versions;
}
