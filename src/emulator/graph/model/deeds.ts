import { checkIn, checkNotLocked, checkOut, withdraw } from './checkout';
import type { Content } from './content';
import type { Drive } from './drive';
import { cTagOf, eTagOf } from './item-tags';
import type { Birth, Deed, FileItem, FolderItem, Item, RemoteItem, RemoteTarget } from './model';
import type { Tags, WriteKind } from './write';

const CHECKOUT_CHANGES = { checkout: checkOut, checkin: checkIn, discard: withdraw } as const;

// Everything that somebody does to an item goes through here, and so into the ledger. What the drives
// begin with was done by nobody.

export function makeFolder(drive: Drive, parent: FolderItem, birth: Birth): FolderItem {
  return told(drive, drive.addFolder(parent, birth), birth);
}

export function makeFile(drive: Drive, parent: FolderItem, birth: Birth, content: Content): FileItem {
  return told(drive, drive.addFile(parent, birth, content), birth);
}

export function makeShortcut(
  drive: Drive,
  parent: FolderItem,
  birth: Birth,
  target: RemoteTarget,
): RemoteItem {
  const item = told(drive, drive.addRemote(parent, birth, target), birth);
  drive.shortcuts.add(item.id);
  return item;
}

/**
 * All that lies below goes with it, at once: its name is free. What is returned ends when its bytes are gone too.
 * @throws GraphError 423 where somebody else has some of it checked out.
 */
export function removeItem(drive: Drive, item: Item, deed: Deed): Promise<void> {
  checkNotLocked(drive, item, deed.by.id);
  const before = tagsOf(drive, item);
  const gone = drive.remove(item);
  tell(drive, item, deed, { kind: 'delete', before, after: null });
  return gone;
}

export function bringBack(
  drive: Drive,
  item: Item,
  deed: Deed,
  { parent, name }: { readonly parent: FolderItem; readonly name: string },
): void {
  drive.restore(item, parent, name);
  tell(drive, item, deed, { kind: 'restore', before: null, after: tagsOf(drive, item) });
}

/** Marks a change of the item: of what it is called, where it is, or what is said of it. */
export function touch(drive: Drive, item: Item, deed: Deed, kind: WriteKind = 'update'): void {
  const before = tagsOf(drive, item);
  mark(drive, item, deed);
  tell(drive, item, deed, { kind, before, after: tagsOf(drive, item) });
}

/** The old content becomes a version. */
export async function writeContent(
  drive: Drive,
  file: FileItem,
  content: Content,
  deed: Deed,
): Promise<void> {
  const before = tagsOf(drive, file);
  const replaced = drive.replaceContent(file, content);
  mark(drive, file, deed);
  tell(drive, file, deed, { kind: 'content', before, after: tagsOf(drive, file) });
  await replaced;
}

/** Who changed the file last, and when, stays. */
export async function changeCheckout(
  drive: Drive,
  file: FileItem,
  deed: Deed,
  kind: keyof typeof CHECKOUT_CHANGES,
): Promise<void> {
  const before = tagsOf(drive, file);
  const done = CHECKOUT_CHANGES[kind](drive, file, deed.by);
  drive.stamp(file);
  file.version += 1;
  tell(drive, file, deed, { kind, before, after: tagsOf(drive, file) });
  await done;
}

/** Tells of a change that leaves the tags as they are. */
export function tellOf(drive: Drive, item: Item, deed: Deed, kind: 'permission' | 'version'): void {
  const tags = tagsOf(drive, item);
  if (kind === 'permission') {
    drive.stamp(item);
    item.sharingChanged = item.changed;
  }
  tell(drive, item, deed, { kind, before: tags, after: tags });
}

function mark(drive: Drive, item: Item, { at, by }: Deed): void {
  drive.stamp(item);
  item.version += 1;
  item.modified = at;
  item.modifiedBy = by;
}

function told<T extends Item>(drive: Drive, item: T, deed: Deed): T {
  tell(drive, item, deed, { kind: 'create', before: null, after: tagsOf(drive, item) });
  return item;
}

interface Change {
  readonly kind: WriteKind;
  readonly before: Tags | null;
  readonly after: Tags | null;
}

function tell(drive: Drive, item: Item, deed: Deed, change: Change): void {
  drive.noteTime(deed.at);
  deed.tell?.({ ...change, driveId: drive.id, itemId: item.id, name: item.name });
}

function tagsOf(drive: Drive, item: Item): Tags {
  return { eTag: eTagOf(item), cTag: cTagOf(drive, item) ?? null };
}
