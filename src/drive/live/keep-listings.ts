import { type Environment } from '../../lib';
import type { DriveItem } from '../../graph';
import type { FolderBrowser, FolderState } from '../folder-browser';
import type { KeptListings } from './kept-listings';

interface KeepingParts {
  readonly folder: Pick<FolderBrowser, 'state' | 'asked' | 'showKept'>;
  readonly environment: Pick<Environment, 'after' | 'online'>;
  /** Of whoever is signed in, the same as long as they are; undefined where nobody knows who that is. */
  readonly listings: () => KeptListings | undefined;
}

/** Milliseconds in which nothing has changed, before it is worth keeping. */
const QUIET = 2000;
/** Milliseconds that a folder may be on its way while there is a network. */
const PATIENCE = 3000;
const MOST_ITEMS = 5000;
/** What ends by itself: until then the last listing is better than none. */
const PASSING: ReadonlySet<string> = new Set(['offline', 'timed-out', 'unavailable']);

/** Keeps what is listed, and shows it where a listing does not come. Returns the function that ends it. */
export function keepListings({ folder, environment, listings }: KeepingParts): () => void {
  let seen: readonly DriveItem[] | undefined;
  let recalled: string | undefined;
  /** Not yet kept, by their names. */
  const waiting = new Map<string, () => Promise<void>>();
  let cancelKeeping = () => {};
  let cancelRecall = () => {};
  const keepLater = ({ path, items, asOf }: FolderState) => {
    const store = listings();
    if (!store || asOf === undefined) return;
    const names = namesOf(path);
    const kept = { at: asOf, path, items };
    // Whoever is signed in by then has not seen it.
    waiting.set(JSON.stringify(names), async () => {
      if (listings() === store) await store.keep(names, kept);
    });
    cancelKeeping();
    cancelKeeping = environment.after(QUIET, () => {
      // What can't be kept is missed only without a network.
      for (const keep of waiting.values()) keep().catch(() => undefined);
      waiting.clear();
    });
  };
  const recall = async (names: readonly string[]) => {
    const kept = await listings()?.recall(names);
    const now = namesOfMissing(folder.state.get(), folder.asked());
    if (kept && now && sameNames(now, names)) folder.showKept(kept);
  };
  const look = () => {
    const state = folder.state.get();
    if (isWorthKeeping(state) && state.items !== seen) {
      seen = state.items;
      keepLater(state);
    }
    const names = namesOfMissing(state, folder.asked());
    const key = names && JSON.stringify([names, state.listing.status]);
    if (key === recalled) return;
    recalled = key;
    cancelRecall();
    if (!names) return;
    const wait = state.listing.status === 'failed' || !environment.online.get() ? 0 : PATIENCE;
    cancelRecall = environment.after(wait, () => void recall(names).catch(() => undefined));
  };
  const end = folder.state.subscribe(look);
  look();
  return () => {
    end();
    cancelKeeping();
    cancelRecall();
  };
}

function namesOf(path: FolderState['path']): readonly string[] {
  return path.slice(1).map(({ name }) => name);
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index]);
}

/** Of the user's own drive: beyond it names do not say where one is. */
function isWorthKeeping({ path, listing, items }: FolderState): boolean {
  const [top] = path;
  return (
    top !== undefined &&
    listing.status === 'complete' &&
    items.length <= MOST_ITEMS &&
    path.every(({ id, driveId }) => id !== '' && driveId === top.driveId)
  );
}

/** The names that lead to what should be shown and is not; undefined where something is shown, or nothing is missing. */
function namesOfMissing(
  { path, listing, rows }: FolderState,
  asked: ReturnType<FolderBrowser['asked']>,
): readonly string[] | undefined {
  const isMissing =
    listing.status === 'loading' || (listing.status === 'failed' && PASSING.has(listing.error.code));
  if (!isMissing || rows.length > 0) return undefined;
  if (!asked) return path.length > 0 ? namesOf(path) : undefined;
  if ('names' in asked) return asked.names;
  return 'length' in asked ? asked : undefined;
}
