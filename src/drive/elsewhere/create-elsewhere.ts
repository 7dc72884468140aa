import type { Access, Collection, DriveItem, Elsewhere, Graph } from '../../graph';
import type { DriveRequests } from '../drive-requests';
import type { CollectionNote } from '../folder-browser';
import { createLibraryRequests } from '../library/library-requests';
import type { ElsewhereRequests } from './elsewhere-requests';
import { findAppFolder, readAppFolder } from './app-folder';
import { enterDoor, pathToElsewhere, wayBehind, wayToItem } from './find-way';
import { listFavourites, listRecent, listShared, type ItemLists } from './item-lists';
import { openLink } from './open-link';
import { listChannels, listLibraries, listSites, listTeams } from './places';
import { listDeleted, type DeletedParts } from './list-deleted';
import { createReadFolders } from './read-folders';
import { listBelow } from './list-below';
import { findRecycleBins } from './recycle-bins';
import { listSearch } from './search/list-search';
import { shareIdOf } from './share-id';

export interface ElsewhereParts extends Pick<DeletedParts, 'deleted'> {
  readonly graph: Graph;
  readonly requests: Pick<DriveRequests, 'root' | 'item' | 'children' | 'pictures'>;
  /** Resolves when that may be done, perhaps after asking the user. */
  readonly authorize: (access: Access, signal?: AbortSignal, reason?: 'upload') => Promise<void>;
}

const ACCESS: Readonly<Record<Elsewhere['kind'], Access>> = {
  recent: 'read',
  favourites: 'read',
  shared: 'read-all',
  sites: 'sites',
  site: 'sites',
  library: 'read-all',
  teams: 'teams',
  team: 'teams',
  channel: 'teams',
  'app-folder': 'read',
  item: 'read-all',
  search: 'read',
  below: 'read',
  'recycle-bin': 'read',
};

/** The calls for what lies outside of the user's own drive, each with the right that it takes. */
export function createElsewhere(parts: ElsewhereParts): ElsewhereRequests {
  const { graph, requests, authorize } = parts;
  const reach = async (elsewhere: Elsewhere, signal?: AbortSignal) => {
    const access = isEverywhere(elsewhere) ? 'read-all' : ACCESS[elsewhere.kind];
    if (access !== 'read') await authorize(access, signal);
  };
  const lists: ItemLists = { graph, root: (signal) => requests.root(signal), ended: new Set() };
  const readFolders = createReadFolders(graph);
  return {
    async *list(collection, tell, signal) {
      await reach(collection, signal);
      yield* list(parts, lists, { collection, tell, signal });
    },
    enter: async (door, name, signal) => {
      await reach(door, signal);
      if (door.kind === 'app-folder') return findAppFolder({ graph, requests }, signal);
      return [{ ...(await enterDoor(graph, door, signal)), name }];
    },
    makeAppFolder: async (signal) => {
      await authorize('write', signal, 'upload');
      return readAppFolder({ graph, requests }, 'write', signal);
    },
    pathTo: async (elsewhere, signal) => {
      // The others have no name that had to be asked for.
      if (isNamed(elsewhere)) await reach(elsewhere, signal);
      return elsewhere.kind === 'search' || elsewhere.kind === 'below'
        ? wayBehind({ graph, requests }, elsewhere, signal)
        : pathToElsewhere(graph, elsewhere, signal);
    },
    locate: (reference, signal) => wayToItem({ graph, requests }, reference, signal),
    openLink: async (address, signal) => {
      const shareId = shareIdOf(address);
      await authorize('write', signal);
      return openLink(graph, shareId, signal);
    },
    library: createLibraryRequests({ graph, authorize }),
    folders: (folder, signal) => readFolders(folder, signal),
    recycleBins: (signal) => findRecycleBins(parts, signal),
  };
}

interface Wanted {
  readonly collection: Collection;
  readonly tell: (note: CollectionNote) => void;
  readonly signal: AbortSignal | undefined;
}

async function* list(
  parts: ElsewhereParts,
  lists: ItemLists,
  { collection, tell, signal }: Wanted,
): AsyncGenerator<readonly DriveItem[]> {
  const { graph, requests } = parts;
  switch (collection.kind) {
    case 'recycle-bin':
      return yield await listDeleted(parts, signal);
    case 'recent':
      return yield await listRecent(lists, tell, signal);
    case 'shared':
      return yield await listShared(lists, tell, signal);
    case 'favourites':
      return yield await listFavourites(graph, signal);
    case 'sites':
      return yield* listSites(graph, signal);
    case 'site':
      return yield* listLibraries(graph, collection.siteId, signal);
    case 'item':
      return yield [await requests.item({ driveId: collection.driveId, id: collection.itemId }, signal)];
    case 'teams':
      return yield* listTeams(graph, signal);
    case 'team':
      return yield* listChannels(graph, collection.teamId, signal);
    case 'below':
      return yield* listBelow(requests, { driveId: collection.driveId, id: collection.itemId }, signal);
    case 'search':
      return yield* listSearch({ graph, requests }, collection, { tell, signal });
  }
}

function isEverywhere(elsewhere: Elsewhere): boolean {
  return elsewhere.kind === 'search' && elsewhere.within === 'everywhere';
}

function isNamed({ kind }: Elsewhere): boolean {
  return kind === 'site' || kind === 'team' || kind === 'library';
}
