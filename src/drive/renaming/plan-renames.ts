import { findNameProblem, type DriveItem, type NamePlace, type NameProblem } from '../../graph';
import { itemKey } from '../item-key';
import { placeKey } from '../place-key';
import { isFolder } from '../sort';
import { applyRenameRule, type RenameRule } from './rename-rule';

/** What becomes of one item. */
export interface PlannedRename {
  readonly item: DriveItem;
  /** What the rule makes of its name. */
  readonly name: string;
  readonly verdict: RenameVerdict;
}

type RenameVerdict =
  | { readonly kind: 'renamed' }
  /** The rule changes nothing of it. */
  | { readonly kind: 'same' }
  /** Left out: OneDrive takes no such name. */
  | { readonly kind: 'refused'; readonly problem: NameProblem }
  /** Left out: an item that keeps this name is in its folder. */
  | { readonly kind: 'taken'; readonly by: string }
  /** Left out, each of them: the rule gives several items of a folder the same name. */
  | { readonly kind: 'twice' };

const RENAMED: RenameVerdict = { kind: 'renamed' };
const SAME: RenameVerdict = { kind: 'same' };
const TWICE: RenameVerdict = { kind: 'twice' };

/**
 * What a rule would do to items, in their order. What can't have its new name keeps the old one, which may be the new
 * name of another: that one is left out, too.
 *
 * @param listed what is known to lie in the same folders, the items themselves among it or not
 */
export function planRenames(
  items: readonly DriveItem[],
  rule: RenameRule,
  listed: readonly DriveItem[],
): readonly PlannedRename[] {
  const names = items.map((item, position) => applyRenameRule(rule, item, position));
  const targets = items.map((item, index) => placeKey(item, names[index] ?? ''));
  const wanting = indexesBy(targets, (index) => names[index] !== items[index]?.name);
  const own = new Set(items.map(itemKey));
  const others = new Map(
    listed.filter((item) => !own.has(itemKey(item))).map((item) => [placeKey(item, item.name), item.name]),
  );
  const verdicts = items.map((item, index) => {
    const [name = '', target = ''] = [names[index], targets[index]];
    if (name === item.name) return SAME;
    return verdictOf(item, name, { taker: others.get(target), count: wanting.get(target)?.length ?? 0 });
  });

  // Whoever keeps a name takes it from those that were to have it.
  const queue = [...verdicts.keys()].filter((index) => verdicts[index] !== RENAMED);
  for (const index of queue) {
    const stays = items[index];
    for (const other of (stays && wanting.get(placeKey(stays, stays.name))) ?? []) {
      if (other === index || verdicts[other] !== RENAMED) continue;
      verdicts[other] = { kind: 'taken', by: stays?.name ?? '' };
      queue.push(other);
    }
  }
  return items.map((item, index) => ({ item, name: names[index] ?? '', verdict: verdicts[index] ?? SAME }));
}

function verdictOf(
  item: DriveItem,
  name: string,
  { taker, count }: { readonly taker: string | undefined; readonly count: number },
): RenameVerdict {
  const problem = findNameProblem(name, placeOf(item));
  if (problem) return { kind: 'refused', problem };
  if (taker !== undefined) return { kind: 'taken', by: taker };
  return count > 1 ? TWICE : RENAMED;
}

function indexesBy(
  keys: readonly string[],
  counts: (index: number) => boolean,
): ReadonlyMap<string, readonly number[]> {
  const indexes = new Map<string, number[]>();
  for (const [index, key] of keys.entries()) {
    if (!counts(index)) continue;
    const there = indexes.get(key);
    if (there) there.push(index);
    else indexes.set(key, [index]);
  }
  return indexes;
}

const DRIVE_TYPES = ['personal', 'business', 'documentLibrary'] as const;

function placeOf(item: DriveItem): NamePlace {
  const { driveType, path } = item.parentReference;
  const known = DRIVE_TYPES.find((type) => type === driveType);
  return {
    ...(known && { driveType: known }),
    isFolder: isFolder(item),
    isAtRoot: path?.endsWith('root:') === true,
  };
}
