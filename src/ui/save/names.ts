import { baseLength, findNameProblem, nameKey, repairName, type DriveItem } from '../../drive';
import type { NamedBlob } from '../../host';
import { numberedName } from '../../lib';

/** What the files are called at first: names that OneDrive allows, and each of them once. */
export function firstNames(files: readonly Pick<NamedBlob, 'name'>[], name?: string): readonly string[] {
  const used = new Set<string>();
  return files.map((file) => {
    const wanted = name ?? file.name;
    const allowed = findNameProblem(wanted) ? repairName(wanted) : wanted;
    const free = numberUntil(allowed, (candidate) => !used.has(nameKey(candidate)));
    used.add(nameKey(free));
    return free;
  });
}

/** The item of the open folder that has this name, as OneDrive compares names. */
export function findTaken(items: readonly DriveItem[], name: string): DriveItem | undefined {
  return itemsByName(items).get(nameKey(name));
}

/** What “keep both” comes to, as far as the list tells: `Name 1.pdf`. */
export function freeName(items: readonly DriveItem[], name: string): string {
  const taken = itemsByName(items);
  return numberUntil(name, (candidate) => !taken.has(nameKey(candidate)));
}

/** The extension that a name has lost: `.pdf`; undefined where it still has it, or never had one. */
export function lostExtension(original: string, name: string): string | undefined {
  const extension = original.slice(baseLength(original));
  return extension === '' || nameKey(name).endsWith(nameKey(extension)) ? undefined : extension;
}

function numberUntil(name: string, isFree: (name: string) => boolean): string {
  let number = 0;
  while (!isFree(numberedName(name, number))) number += 1;
  return numberedName(name, number);
}

const known = new WeakMap<readonly DriveItem[], ReadonlyMap<string, DriveItem>>();

/** Made once a listing: the name is looked up at every letter. */
function itemsByName(items: readonly DriveItem[]): ReadonlyMap<string, DriveItem> {
  const found = known.get(items) ?? new Map(items.map((item) => [nameKey(item.name), item]));
  known.set(items, found);
  return found;
}
