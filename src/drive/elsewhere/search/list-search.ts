/* oxlint-disable no-await-in-loop -- one page tells where the next one is */
import {
  itemPath,
  pages,
  parseDriveItem,
  parseSearchHits,
  type DriveItem,
  type Graph,
  type Search,
} from '../../../graph';
import { toOneDriveError } from '../../../lib';
import type { DriveRequests } from '../../drive-requests';
import type { CollectionNote } from '../../folder-browser';
import { keywordQuery } from './keyword-query';
import { decodeName, namesAbove } from './names-above';
import { searchFunction } from './search-function';
import { searchWords } from './search-words';

interface SearchParts {
  readonly graph: Graph;
  readonly requests: Pick<DriveRequests, 'root' | 'item' | 'pictures'>;
}

interface SearchListener {
  readonly tell: (note: CollectionNote) => void;
  readonly signal: AbortSignal | undefined;
}

type Hits = AsyncGenerator<readonly DriveItem[]>;

const PAGE_SIZE = 100;
/** Nobody reads more of them, another word finds sooner; and each counts as a request where the service throttles. */
const MOST = 300;
/** What the index knows, and the drive does not give to whoever asks. */
const UNREACHABLE: readonly string[] = ['not-found', 'access-denied'];

/**
 * What was found, page by page. The index is some minutes behind, and on work drives tells neither where a hit lies nor
 * who changed it (driveitem-search): each is read anew, twenty in one request, and what its drive does not give stays
 * among the rows and says so.
 */
export async function* listSearch(
  parts: SearchParts,
  search: Search,
  { tell, signal }: SearchListener,
): Hits {
  if (isBlank(search)) return tell('search-blank');
  const isInside = await insideOf(parts, search, signal);
  let seen = 0;
  for await (const hits of hitsOf(parts, search, signal)) {
    if (seen >= MOST) return tell('search-cut');
    seen += hits.length;
    const items = await Promise.all(hits.map((hit) => readAnew(parts, hit, signal)));
    yield items.filter(isInside);
  }
}

function isBlank({ within, query }: Search): boolean {
  return within === 'everywhere' ? keywordQuery(query) === '' : searchWords(query).length === 0;
}

function hitsOf(parts: SearchParts, search: Search, signal: AbortSignal | undefined): Hits {
  const { query } = search;
  switch (search.within) {
    case 'everywhere':
      return everywhere(parts.graph, query, signal);
    case 'drive':
      return inOwnDrive(parts, query, signal);
    case 'folder': {
      const { driveId, itemId } = search;
      const path = `${itemPath({ driveId, id: itemId })}/${searchFunction(query)}`;
      return inDrive(parts.graph, { path, driveId }, signal);
    }
  }
}

async function* inOwnDrive({ graph, requests }: SearchParts, query: string, signal?: AbortSignal): Hits {
  const { driveId } = await requests.root(signal);
  yield* inDrive(graph, { path: `/me/drive/root/${searchFunction(query)}`, driveId }, signal);
}

/** Hits of work drives do not say in which drive they lie: it is the one that was searched. */
async function* inDrive(
  graph: Graph,
  { path, driveId }: { readonly path: string; readonly driveId: string },
  signal: AbortSignal | undefined,
): Hits {
  const request = {
    path,
    query: { $top: `${PAGE_SIZE}` },
    headers: { Prefer: 'Include-Feature=AddToOneDrive' },
    access: 'read',
    signal,
  } as const;
  for await (const page of pages(graph, request, parseDriveItem)) {
    yield page.filter(({ root }) => !root).map((item) => (item.driveId ? item : { ...item, driveId }));
  }
}

async function* everywhere(graph: Graph, query: string, signal: AbortSignal | undefined): Hits {
  const queryString = keywordQuery(query);
  for (let from = 0; ; from += PAGE_SIZE) {
    const body = {
      requests: [{ entityTypes: ['driveItem'], query: { queryString }, from, size: PAGE_SIZE }],
    };
    const request = { path: '/search/query', body, access: 'read-all', repeat: 'always', signal } as const;
    const { items, hasMore } = await graph.post(request, parseSearchHits);
    yield items.filter(({ driveId, root }) => driveId !== '' && !root);
    if (!hasMore) return;
  }
}

async function readAnew(
  { requests }: SearchParts,
  hit: DriveItem,
  signal: AbortSignal | undefined,
): Promise<DriveItem> {
  try {
    return await requests.pictures(hit, signal);
  } catch (cause) {
    const error = toOneDriveError(cause);
    if (!UNREACHABLE.includes(error.code)) throw error;
    return { ...hit, unreachable: error };
  }
}

/** Work drives look through all of the drive, whichever folder is asked (community practice; see the emulator's guide). */
async function insideOf(
  { requests }: SearchParts,
  search: Search,
  signal: AbortSignal | undefined,
): Promise<(item: DriveItem) => boolean> {
  if (search.within !== 'folder') return () => true;
  const folder = await requests.item({ driveId: search.driveId, id: search.itemId }, signal);
  const above = namesAbove(folder);
  const way = folder.root ? [] : above && [...above, decodeName(folder.name)];
  return (item) => {
    const names = way && namesAbove(item);
    // What can't be told stays: nothing is left out silently.
    return !names || way.every((name, place) => names[place] === name);
  };
}
