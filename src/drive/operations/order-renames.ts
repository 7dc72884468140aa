import { baseLength, type DriveItem } from '../../graph';
import { placeKey } from '../place-key';
import { isFolder } from '../sort';

interface Renaming {
  readonly item: DriveItem;
  readonly name: string;
}

/**
 * In an order in which each name is free when it is wanted: who has it goes first. Where several wait for each other
 * (a is to be called b, and b a), one of them goes out of the way for a while, `via` another name.
 */
export function orderRenames<T extends Renaming>(
  renames: readonly T[],
): readonly (T & { readonly via?: string })[] {
  const holders = new Map(renames.map((rename) => [placeKey(rename.item, rename.item.name), rename]));
  const placed = new Set<T>();
  return renames.flatMap((rename) => {
    const chain = new Set<T>();
    let next: T | undefined = rename;
    while (next && !placed.has(next) && !chain.has(next)) {
      chain.add(next);
      next = holders.get(placeKey(next.item, next.name));
    }
    const [last, ...before] = [...chain].toReversed();
    for (const one of chain) placed.add(one);
    if (!last) return [];
    // Another case of its own name waits for nobody.
    const isRing = next !== undefined && chain.has(next) && next !== last;
    return [isRing ? { ...last, via: nameAside(last) } : last, ...before];
  });
}

/** Whoever comes upon it, because a page was closed halfway, knows what it is. */
function nameAside({ item, name }: Renaming): string {
  const cut = isFolder(item) ? name.length : baseLength(name);
  const extension = name.slice(cut);
  const longest = Math.max(1, 240 - extension.length);
  const base = name.slice(0, Math.min(cut, longest)).replace(/\p{Surrogate}$/u, '');
  return `${base}~${extension}`;
}
