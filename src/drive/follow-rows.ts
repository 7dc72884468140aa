import type { DriveItem } from '../graph';
import type { FolderState } from './folder-browser';
import { folderKey } from './folder-key';
import { isAllowed, openKeyOf, placeOf, type PickModel } from './pick-model';
import { canBeOpened, type PickRules } from './pick-rules';
import type { PickedItem } from './picker';

/**
 * Lets the basket follow what the open folder holds: a changed item takes the place of the old one, what is gone
 * leaves. An absence is certain where the listing is complete, or where the item was listed a moment ago.
 *
 * @returns whether the basket has changed
 */
export function followRows(
  { basket }: PickModel,
  rules: PickRules,
  { before, now }: { readonly before: FolderState; readonly now: FolderState },
): boolean {
  const open = openKeyOf(now);
  if (open === undefined || basket.size() === 0) return false;
  const place = placeOf(now);
  const present = new Set<DriveItem>();
  let changed = false;
  for (const item of now.items) {
    const picked = basket.find(item);
    if (!picked) continue;
    present.add(item);
    if (picked.item === item && picked.folderKeys) continue;
    if (isAllowed(rules, item)) basket.put({ item, ...place });
    else basket.remove(item);
    changed = true;
  }
  for (const picked of findGone(basket.list(), present, { open, before, now })) {
    basket.remove(picked.item);
    changed = true;
  }
  return changed;
}

function findGone(
  basket: readonly PickedItem[],
  present: ReadonlySet<DriveItem>,
  { open, before, now }: { readonly open: string; readonly before: FolderState; readonly now: FolderState },
): PickedItem[] {
  const missing = basket.filter(
    (picked) => picked.folderKeys?.includes(open) === true && !present.has(picked.item),
  );
  if (missing.length === 0) return [];
  const here = keysOf(now.items);
  const wasHere = openKeyOf(before) === open ? keysOf(before.items) : NOTHING;
  return missing.filter(({ item, folderKeys = [] }) => {
    // What lies deeper is gone with the folder on the way to it.
    const key = folderKeys[folderKeys.indexOf(open) + 1] ?? item.id;
    return !here.has(key) && (now.listing.status === 'complete' || wasHere.has(key));
  });
}

const NOTHING: ReadonlySet<string> = new Set();

/** Ids of all items, and keys of the folders among them. */
function keysOf(items: readonly DriveItem[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const item of items) {
    keys.add(item.id);
    if (canBeOpened(item)) keys.add(folderKey(item));
  }
  return keys;
}
