import { isPersonal, type Connection } from '../auth';
import {
  isDoor,
  type DriveItem,
  type DriveRequests,
  type ElsewhereRequests,
  type FolderBrowser,
  type PathFolder,
  type RecycleBins,
} from '../drive';
import { OneDriveError, type ReadableStore } from '../lib';

/** Where somebody can begin: the top of their own drive, or a collection. */
type Source =
  'my-files' | 'app-folder' | 'recent' | 'shared' | 'favourites' | 'sites' | 'teams' | 'recycle-bin';

/** Everywhere one can go, for a pane beside the list. */
export interface Places {
  /** What there is for whoever is signed in. */
  sources(): readonly Source[];
  /** Whether whoever is signed in can search in more than their own drive. */
  canSearchEverywhere(): boolean;
  /** What can be opened below: folders, sites, libraries, teams, channels. Rejects with OneDriveError. */
  below(folder: PathFolder | 'my-files', signal: AbortSignal): AsyncIterable<readonly DriveItem[]>;
  /**
   * Goes to what a sharing link, or the address of an item in a browser, leads to; of a file, to the folder it lies in.
   * @throws OneDriveError
   */
  openLink(address: string, signal: AbortSignal): Promise<DriveItem>;
  /** Where Microsoft shows the recycle bins. @throws OneDriveError */
  recycleBins(signal: AbortSignal): Promise<RecycleBins>;
  /** Goes to the application's own folder, which is made where it is missing. @throws OneDriveError */
  makeAppFolder(signal: AbortSignal): Promise<PathFolder>;
}

interface PlaceParts {
  readonly connection: ReadableStore<Connection>;
  readonly requests: Pick<DriveRequests, 'root'>;
  readonly elsewhere: ElsewhereRequests;
  readonly folder: Pick<FolderBrowser, 'openPath'>;
}

export function createPlaces({ connection, requests, elsewhere, folder }: PlaceParts): Places {
  return {
    sources: () => (isPerson(connection.get()) ? OF_PEOPLE : OF_ORGANISATIONS),
    canSearchEverywhere: () => !isPerson(connection.get()),
    below: (place, signal) => below(requests, elsewhere, { place, signal }),
    openLink: async (address, signal) => {
      const item = await elsewhere.openLink(address, signal);
      await folder.openPath({ driveId: item.driveId, id: item.id });
      return item;
    },
    recycleBins: (signal) => elsewhere.recycleBins(signal),
    makeAppFolder: async (signal) => {
      const way = await elsewhere.makeAppFolder(signal);
      const made = way.at(-1);
      if (!made) throw new OneDriveError('not-found');
      await folder.openPath({ way });
      return made;
    },
  };
}

const OF_ALL: readonly Source[] = ['my-files', 'app-folder', 'recent', 'shared'];
const OF_PEOPLE: readonly Source[] = [...OF_ALL, 'recycle-bin'];
const OF_ORGANISATIONS: readonly Source[] = [...OF_ALL, 'favourites', 'sites', 'teams', 'recycle-bin'];

/** Personal accounts have no sites, no teams, nothing to follow, and no search beyond their drive. */
function isPerson(connection: Connection): boolean {
  const account = 'account' in connection ? connection.account : undefined;
  return account !== undefined && isPersonal(account);
}

interface Wanted {
  readonly place: PathFolder | 'my-files';
  readonly signal: AbortSignal;
}

async function* below(
  requests: Pick<DriveRequests, 'root'>,
  elsewhere: ElsewhereRequests,
  { place, signal }: Wanted,
): AsyncGenerator<readonly DriveItem[]> {
  if (place === 'my-files') return yield* elsewhere.folders(await requests.root(signal), signal);
  const { elsewhere: where } = place;
  if (!where) return yield* elsewhere.folders(place, signal);
  if (isDoor(where)) {
    const behind = (await elsewhere.enter(where, '', signal))?.at(-1);
    if (behind) yield* elsewhere.folders(behind, signal);
    return;
  }
  yield* elsewhere.list(where, () => undefined, signal);
}
