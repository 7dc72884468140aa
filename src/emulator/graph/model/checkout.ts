import { resourceLocked } from '../protocol/graph-error';
import type { Drive } from './drive';
import type { FileItem, FileVersion, Item, Person } from './model';
import { isWithin } from './names';
import { addBytes } from './tree';
import { currentVersion, versionsOf } from './versions';

/** Reserves the file for one person: others neither change it nor see what becomes of it. */
export function checkOut(drive: Drive, file: FileItem, by: Person): void {
  file.checkout = { by, published: file.contentVersion };
  drive.checkedOut.add(file.id);
}

/** Makes what the file holds by now visible to all. */
export function checkIn(drive: Drive, file: FileItem): void {
  delete file.checkout;
  drive.checkedOut.delete(file.id);
}

/** Takes back what was changed of the content since the check-out. */
export async function withdraw(drive: Drive, file: FileItem): Promise<void> {
  const dropped = hasDraft(file) ? file.content : undefined;
  if (dropped !== undefined) returnToPublished(file);
  checkIn(drive, file);
  await dropped?.dispose();
}

function returnToPublished(file: FileItem): void {
  const [published, ...older] = file.older ?? [];
  if (published === undefined) return;
  addBytes(file.parent, published.content.size - file.content.size);
  file.older = older;
  file.content = published.content;
  file.contentVersion = published.number;
  // The tag of what is taken back must not come again for another content.
  file.withdrawn = (file.withdrawn ?? 0) + 2;
  file.modified = published.modified;
  file.modifiedBy = published.modifiedBy;
  file.fileModified = published.fileModified;
  if (published.image === undefined) delete file.image;
  else file.image = published.image;
}

/** Whether the file holds something that only one person sees. */
export function hasDraft({ checkout, contentVersion }: FileItem): boolean {
  return checkout !== undefined && contentVersion > checkout.published;
}

/** The versions a person (null: anybody) finds, newest first: those of a draft are for whoever checked the file out. */
export function versionsSeenBy(file: FileItem, personId: string | null): readonly FileVersion[] {
  const { checkout } = file;
  const all = versionsOf(file);
  if (checkout === undefined || checkout.by.id === personId) return all;
  return all.filter(({ number }) => number <= checkout.published);
}

/** What a person finds instead of the file's content, where that is a draft of somebody else. */
export function versionInstead(file: FileItem, personId: string | null): FileVersion | undefined {
  return hasDraft(file) && isLocked(file, personId) ? versionsSeenBy(file, personId)[0] : undefined;
}

/** The content a person finds in the file. */
export function versionSeenBy(file: FileItem, personId: string | null): FileVersion {
  return versionInstead(file, personId) ?? currentVersion(file);
}

/** @throws GraphError 423 where somebody else has it, or something in it, checked out. */
export function checkNotLocked(drive: Drive, item: Item, personId: string): void {
  if (item.kind === 'file' && isLocked(item, personId)) throw resourceLocked();
  if (item.kind === 'file') return;
  for (const id of drive.checkedOut) {
    const file = drive.items.get(id);
    if (file?.kind === 'file' && isLocked(file, personId) && isWithin(file, item)) throw resourceLocked();
  }
}

function isLocked({ checkout }: FileItem, personId: string | null): boolean {
  return checkout !== undefined && checkout.by.id !== personId;
}
