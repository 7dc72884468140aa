import type { FolderItem, Item } from './model';

/** The item and everything below it, folders before what is in them. */
export function* descendants(item: Item): IterableIterator<Item> {
  const open: Iterator<Item>[] = [[item].values()];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const { done, value } = top.next();
    if (done === true) open.pop();
    else {
      yield value;
      if (value.kind === 'folder') open.push(value.children.values());
    }
  }
}

/** Whether it is, with all below it, more than so many items. */
export function holdsMoreThan(item: Item, most: number): boolean {
  const all = descendants(item);
  for (let count = 0; count <= most; count += 1) if (all.next().done === true) return false;
  return true;
}

/** A file's bytes, or those of everything in a folder; what a shortcut stands for takes its room elsewhere. */
export function sizeOf(item: Item): number {
  switch (item.kind) {
    case 'file':
      return item.content.size;
    case 'folder':
      return item.total;
    case 'remote':
      return 0;
  }
}

/** The folder, and those above it, hold so many bytes more. */
export function addBytes(folder: FolderItem | null, bytes: number): void {
  for (let at = folder; at !== null; at = at.parent) at.total += bytes;
}
