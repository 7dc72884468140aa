import * as v from 'valibot';
import type { Environment } from '../lib';
import { DEFAULT_ARRANGEMENT, type Arrangement } from './arrangement';
import { STORED_AS } from './arranging-door';
import { isField } from './field-id';
import { firstArrangement } from './first-arrangement';
import type { PathFolder } from './folder-browser';
import { folderKey } from './folder-key';
import { parseArrangement } from './parse-arrangement';
import { DEFAULT_SORT } from './sort';

/** Folders; of more than these the ones arranged longest ago are forgotten. */
const MOST = 200;

/** How folders were looked at last, for all pages of the origin. */
export interface ArrangementMemory {
  get(folder: PathFolder): Arrangement;
  set(folder: PathFolder, arrangement: Arrangement): void;
  /**
   * For every folder, also for those that had one of their own. What is of one library alone stays with the folder in
   * which it was said.
   */
  setForAll(arrangement: Arrangement, folder?: PathFolder): void;
}

const schema = v.looseObject({
  folders: v.array(v.looseObject({ folder: v.string(), view: v.nullish(v.looseObject({})) })),
});

/** `folder` is the key of one; of all others, nothing. */
interface Entry {
  readonly folder: string;
  readonly view?: unknown;
}

const ALL = '';

/**
 * @param storage undefined, or throwing: it lasts as long as the page
 * @param usual how folders are looked at that nobody has arranged
 */
export function createArrangementMemory(
  storage: Environment['originStorage'],
  usual: () => Arrangement = () => DEFAULT_ARRANGEMENT,
): ArrangementMemory {
  /** What the storage did not take. */
  let own: string | undefined;
  const read = (): readonly Entry[] => {
    try {
      // Every time: another page may have written.
      return v.parse(schema, JSON.parse(own ?? storage()?.getItem(STORED_AS) ?? '')).folders;
    } catch {
      // Nothing, or nothing of ours.
      return [];
    }
  };
  const write = (folders: readonly Entry[]) => {
    const text = JSON.stringify({ folders });
    try {
      const place = storage();
      place?.setItem(STORED_AS, text);
      own = place ? undefined : text;
    } catch {
      own = text;
    }
  };
  const find = (entries: readonly Entry[], key: string): Arrangement | undefined => {
    try {
      return parseArrangement(entries.find(({ folder }) => folder === key)?.view);
    } catch {
      return undefined;
    }
  };
  return {
    get: (folder) => {
      const entries = read();
      return find(entries, keyOf(folder)) ?? firstArrangement(folder, find(entries, ALL) ?? usual());
    },
    set: (folder, view) => {
      const entries = read();
      const key = keyOf(folder);
      const all = entries.filter((entry) => entry.folder === ALL);
      const others = entries.filter((entry) => entry.folder !== ALL && entry.folder !== key);
      write([...all, ...[...others, { folder: key, view }].slice(-MOST)]);
    },
    setForAll: (view, folder) => {
      const all = withoutFields(view);
      const own = all === view || !folder ? [] : [{ folder: keyOf(folder), view }];
      write([{ folder: ALL, view: all }, ...own]);
    },
  };
}

function withoutFields(view: Arrangement): Arrangement {
  const columns = view.columns.filter(({ id }) => !isField(id));
  const sort = isField(view.sort.by) ? DEFAULT_SORT : view.sort;
  return columns.length === view.columns.length && sort === view.sort ? view : { ...view, columns, sort };
}

/** FNV-1a, twice: tells folders apart, and tells nobody who reads the storage which ones they are. */
function keyOf(folder: PathFolder): string {
  const text = folderKey(folder);
  return [0x811c9dc5, 0x01000193].map((seed) => hash(text, seed).toString(36)).join('.');
}

function hash(text: string, seed: number): number {
  let sum = seed;
  for (let place = 0; place < text.length; place += 1) {
    sum = Math.imul(sum ^ text.charCodeAt(place), 0x01000193);
  }
  return sum >>> 0;
}
