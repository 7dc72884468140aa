import { folderKey, isDoor, searchOf, type PathFolder } from '../../drive';
import { accountIdOf } from '../account-id';
import type { ControlModel } from '../control-model';
import type { FolderHistory, HostDoor } from '../host-door';

/** So many folders are remembered. */
const LONGEST = 100;

const STEP = { back: -1, forward: 1 };

type Way = readonly PathFolder[];

/** The history of a control: one, from when it is first asked for. */
export function historyOf({ control, ended, history }: HostDoor): FolderHistory {
  const known = history.get() ?? createHistory(control, ended);
  history.set(known);
  return known;
}

/**
 * The folders that were open in the first pane, for a control without an address bar. Each is kept with its whole way, which was within
 * `root` when it was walked.
 *
 * @param ended aborted with the control
 */
function createHistory(
  { panes, connection }: Pick<ControlModel, 'panes' | 'connection'>,
  ended: AbortSignal,
): FolderHistory {
  const { first: folder } = panes.state.get();
  let ways: readonly Way[] = [];
  let at = -1;
  let owner = accountIdOf(connection.get());
  /** Where the user is may be newer than what was heard. */
  const look = () => {
    const now = accountIdOf(connection.get());
    if (now !== owner) {
      owner = now;
      ways = [];
      at = -1;
    }
    const { path } = folder.state.get();
    const key = keyOf(path);
    if (now === '' || key === undefined) return;
    const here = ways[at];
    if (here && (keyOf(here) === key || isSearch(here, path) || isBehind(here, path))) {
      ways = ways.map((way, index) => (index === at ? path : way));
      return;
    }
    ways = [...ways.slice(0, at + 1), path].slice(-LONGEST);
    at = ways.length - 1;
  };
  look();
  const stops = [folder.state.subscribe(look), connection.subscribe(look)];
  ended.addEventListener('abort', () => stops.forEach((stop) => stop()));
  return {
    can: (way) => {
      look();
      return ways[at + STEP[way]] !== undefined;
    },
    go: (direction) => {
      look();
      const way = ways[at + STEP[direction]];
      if (!way) return;
      at += STEP[direction];
      void folder.openPath({ way });
    },
  };
}

/** @returns undefined while it is not known which folder that is */
function keyOf(path: Way): string | undefined {
  const last = path.at(-1);
  return last && (last.id !== '' || last.elsewhere) ? folderKey(last) : undefined;
}

/**
 * The folder behind a door takes its place as soon as it is known, or made; coming back to the door would lead there
 * again. A door that leads nowhere yet (an application's folder before anything lies in it) stays where collections follow.
 */
function isBehind(before: Way, now: Way): boolean {
  const last = before.at(-1);
  return last?.elsewhere !== undefined && isDoor(last.elsewhere) && now.at(-1)?.elsewhere === undefined;
}

/** What somebody searches for takes the place of what they searched for before. */
function isSearch(before: Way, now: Way): boolean {
  return searchOf(before) !== undefined && searchOf(now) !== undefined;
}
