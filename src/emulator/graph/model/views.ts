import type { FileItem, Item } from './model';
import { descendants } from './tree';

/** How often files were looked at, and by whom. */
export interface Views {
  /** @param viewer the object id of a person, null for anybody with a link */
  add(file: FileItem, viewer: string | null, at: number): void;
  /** Of a file, or of all files in a folder. */
  count(item: Item, since: number): { readonly actions: number; readonly people: number };
}

const DAY = 86_400_000;

/** Counted by days, as the service does: however often a file is read, little is kept of it. */
export function createViews(): Views {
  const files = new WeakMap<
    Item,
    Map<string, { readonly day: number; readonly who: string; times: number }>
  >();
  return {
    add(file, viewer, at) {
      const day = Math.floor(at / DAY);
      const who = viewer ?? '';
      const known = files.get(file) ?? new Map();
      files.set(file, known);
      const key = `${day} ${who}`;
      const times = (known.get(key)?.times ?? 0) + 1;
      known.set(key, { day, who, times });
    },
    count(item, since) {
      const people = new Set<string>();
      let actions = 0;
      for (const each of descendants(item)) {
        for (const { day, who, times } of files.get(each)?.values() ?? []) {
          if ((day + 1) * DAY <= since) continue;
          people.add(who);
          actions += times;
        }
      }
      return { actions, people: people.size };
    },
  };
}
