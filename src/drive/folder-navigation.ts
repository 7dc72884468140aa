import { isDoor, type Door } from '../graph';
import { OneDriveError, toOneDriveError, type Environment } from '../lib';
import type { ArrangingDoor } from './arranging-door';
import type { ElsewhereRequests } from './elsewhere/elsewhere-requests';
import { NO_FILTERS } from './filters';
import type { FolderBrowser, FolderPlace, FolderState, PathFolder } from './folder-browser';
import { sortItems } from './folder-contents';
import { folderKey } from './folder-key';
import { listFolder, type ListingParts } from './list-folder';
import { resolvePlace, type FolderMaker } from './resolve-place';
import { toPathFolder } from './resolve-path';
import { createRetryPlan } from './retry-plan';
import { searchOf } from './search-of';
import { EMPTY_SELECTION } from './selection';

export interface NavigationParts extends ListingParts, FolderMaker {
  readonly environment: Pick<Environment, 'now' | 'after' | 'online'>;
  readonly door: Pick<ArrangingDoor, 'arrangementOf'>;
}

export type FolderNavigation = Pick<FolderBrowser, 'open' | 'openPath' | 'up' | 'refresh' | 'asked'> & {
  /** Takes down how the folder looks, before somebody begins to search. */
  readonly mark: () => void;
  /** Ends what runs and forgets where it was. */
  readonly stop: () => void;
};

/** Where the user is: every move ends the listing that runs, and whatever arrives of it later is dropped. */
export function createFolderNavigation(parts: NavigationParts): FolderNavigation {
  const { environment, view, writes } = parts;
  const retry = createRetryPlan(environment, () => refresh());
  let running = new AbortController();
  /** What was asked for, while the folder it leads to is not known. */
  let asked: FolderPlace | undefined;
  /** The folder from which somebody searches, as it was before they typed. */
  let left: FolderState | undefined;

  const mark = () => {
    left = view.state.get();
  };
  const start = () => {
    running.abort();
    retry.cancel();
    writes.clear();
    running = new AbortController();
    return running.signal;
  };
  const fail = (reason: unknown, signal: AbortSignal) => {
    if (signal.aborted) return;
    const error = toOneDriveError(reason);
    view.patch({ listing: { status: 'failed', error, retryAt: retry.plan(error) } });
  };
  const list = (folder: PathFolder, signal: AbortSignal) =>
    listFolder(parts, folder, signal).catch((reason: unknown) => fail(reason, signal));
  const openAt = (path: readonly PathFolder[], missed?: string) => {
    const folder = path.at(-1);
    if (!folder) return;
    if (folder.elsewhere && isDoor(folder.elsewhere)) return void passDoor(path, folder.elsewhere);
    if (folder.id === '' && !folder.elsewhere) return void openPlace(namesOf(path));
    const before = view.state.get();
    if (searchOf(path) && !searchOf(before.path) && before.filter === '') mark();
    const signal = start();
    asked = undefined;
    const isBack = before.path.some((part) => searchOf([part]));
    enter(parts, path, { folder, missed, left: isBack ? left : undefined });
    void list(folder, signal);
  };
  /** The folder behind it stands in its place as soon as it is known. */
  const passDoor = async (path: readonly PathFolder[], door: Door) => {
    const signal = start();
    asked = undefined;
    view.show([], { ...FRESH, path, listing: { status: 'loading' } });
    try {
      const way = await enterDoor(parts.requests, door, path.at(-1)?.name ?? '', signal);
      if (signal.aborted) return;
      if (way) openAt([...path.slice(0, -1), ...way]);
      else view.patch({ listing: { status: 'complete' } });
    } catch (reason) {
      fail(reason, signal);
    }
  };
  const openPlace = async (place: FolderPlace) => {
    if ('way' in place) return openAt(place.way);
    const signal = start();
    // While the same place is tried again, the way that is known so far stays on screen.
    const path = asked === place ? view.state.get().path : [];
    asked = place;
    view.show([], { ...FRESH, path, listing: { status: 'loading' } });
    const resolved = await resolvePlace(parts, place, signal);
    if (signal.aborted) return;
    if (resolved.error === undefined) return openAt(resolved.path);
    const found = resolved.path.filter(({ id }) => id !== '');
    const isGone = toOneDriveError(resolved.error).code === 'not-found';
    if ('names' in place && place.orAbove && isGone && found.length > 0) {
      return openAt(found, resolved.endsInFile ? undefined : place.names[found.length - 1]);
    }
    // Of a file, the folder that it lies in.
    if (resolved.endsInFile) return openAt(resolved.path.slice(0, -1));
    view.patch({ path: resolved.path });
    fail(resolved.error, signal);
  };
  const refresh = () => {
    const folder = view.state.get().path.at(-1);
    if (asked || !folder) return void openPlace(asked ?? []);
    if (folder.elsewhere && isDoor(folder.elsewhere)) return openAt(view.state.get().path);
    const signal = start();
    view.patch({ listing: { status: view.contents().length > 0 ? 'refreshing' : 'loading' } });
    void list(folder, signal);
  };
  return {
    open: (folder) => openAt(pathTo(view.state.get().path, folder)),
    openPath: openPlace,
    up: () => openAt(view.state.get().path.slice(0, -1)),
    refresh,
    mark,
    asked: () => asked,
    stop: () => {
      start();
      left = undefined;
      asked = undefined;
    },
  };
}

/** What another folder does not take over. */
const FRESH = {
  filter: '',
  filters: NO_FILTERS,
  collapsed: new Set<string>(),
  selection: EMPTY_SELECTION,
  activeId: undefined,
  note: undefined,
  asOf: undefined,
  missed: undefined,
};

/**
 * Shows a folder before it is listed: what it held when it was seen last, or nothing.
 *
 * @param left what somebody comes back to from a search; another folder begins anew
 */
function enter(
  { view, cache, door }: NavigationParts,
  path: readonly PathFolder[],
  {
    folder,
    missed,
    left,
  }: {
    readonly folder: PathFolder;
    readonly missed: string | undefined;
    readonly left: FolderState | undefined;
  },
): void {
  const old = left?.path.at(-1);
  const same = left && old && folderKey(old) === folderKey(folder) ? left : undefined;
  const cached = cache.get(folder) ?? same?.items;
  const arrangement = door.arrangementOf(folder);
  view.show(cached ? sortItems(cached, arrangement.sort) : [], {
    ...FRESH,
    ...(same && comeBackTo(same)),
    path,
    missed,
    arrangement,
    listing: { status: cached ? 'refreshing' : 'loading' },
  });
}

function comeBackTo({ filters, collapsed, selection, activeId }: FolderState): Partial<FolderState> {
  return { filters, collapsed, selection, activeId };
}

/** Back to a folder of the path, or on into one below. */
function pathTo(
  path: readonly PathFolder[],
  folder: Parameters<FolderBrowser['open']>[0],
): readonly PathFolder[] {
  const target = toPathFolder(folder);
  const isUnknown = target.id === '' && !target.elsewhere;
  const isTarget = (part: PathFolder) =>
    isUnknown ? part === folder : folderKey(part) === folderKey(target);
  const place = path.findIndex(isTarget);
  return place < 0 ? [...path, target] : path.slice(0, place + 1);
}

async function enterDoor(
  { elsewhere }: ListingParts['requests'],
  ...given: Parameters<ElsewhereRequests['enter']>
): ReturnType<ElsewhereRequests['enter']> {
  if (!elsewhere) throw new OneDriveError('not-found');
  return (await elsewhere()).enter(...given);
}

function namesOf(path: readonly PathFolder[]): string[] {
  return path.slice(1).map(({ name }) => name);
}
