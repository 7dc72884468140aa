import type { DriveItem } from '../../drive';

/** What actions want to know of all items that they would be done to. */
interface ItemTraits {
  readonly someElsewhere: boolean;
  readonly someUnreachable: boolean;
  readonly allDeleted: boolean;
  readonly noneDeleted: boolean;
}

const known = new WeakMap<readonly DriveItem[], ItemTraits>();

/** Every action asks, each time the bar is drawn; all rows of a large folder are gone through once. */
export function traitsOf(items: readonly DriveItem[]): ItemTraits {
  const traits = known.get(items) ?? {
    someElsewhere: items.some(({ elsewhere }) => elsewhere),
    someUnreachable: items.some(({ unreachable }) => unreachable),
    allDeleted: items.every(({ isDeleted }) => isDeleted),
    noneDeleted: !items.some(({ isDeleted }) => isDeleted),
  };
  known.set(items, traits);
  return traits;
}
