import type { DriveItem, Graph } from '../../graph';
import { namedRows } from './named-rows';

const NAMES = { $select: 'id,name,displayName,webUrl' };

type Rows = AsyncGenerator<readonly DriveItem[]>;

/** The sites that the user follows, then all others that they may open. */
export async function* listSites(graph: Graph, signal?: AbortSignal): Rows {
  const to = ({ id }: { id: string }) => ({ kind: 'site', siteId: id }) as const;
  const known = new Set<string>();
  const fresh = (rows: readonly DriveItem[]) => {
    const others = rows.filter(({ id }) => !known.has(id));
    for (const { id } of others) known.add(id);
    return others;
  };
  const lists = [
    { path: '/me/followedSites', access: 'sites', to },
    { path: '/sites', query: { search: '*' }, access: 'sites', to },
  ] as const;
  for (const list of lists) {
    for await (const rows of namedRows(graph, list, signal)) yield fresh(rows);
  }
}

export function listLibraries(graph: Graph, siteId: string, signal?: AbortSignal): Rows {
  const to = ({ id }: { id: string }) => ({ kind: 'library', driveId: id }) as const;
  const path = `/sites/${encodeURIComponent(siteId)}/drives`;
  return namedRows(graph, { path, query: { $select: 'id,name,webUrl' }, access: 'read-all', to }, signal);
}

export function listTeams(graph: Graph, signal?: AbortSignal): Rows {
  const to = ({ id }: { id: string }) => ({ kind: 'team', teamId: id }) as const;
  return namedRows(graph, { path: '/me/joinedTeams', query: NAMES, access: 'teams', to }, signal);
}

export function listChannels(graph: Graph, teamId: string, signal?: AbortSignal): Rows {
  const to = ({ id }: { id: string }) => ({ kind: 'channel', teamId, channelId: id }) as const;
  const path = `/teams/${encodeURIComponent(teamId)}/channels`;
  return namedRows(graph, { path, query: NAMES, access: 'teams', to }, signal);
}
